import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type CleanPicture, cleanPicture } from './clean-picture.ts'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
const bytesOf = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

async function cleaned(bytes: Uint8Array): Promise<CleanPicture> {
  const clean = await cleanPicture(bytes)
  if ('refusal' in clean) throw new Error(clean.refusal.en)
  return clean
}

const refusal = async (bytes: Uint8Array) => {
  const clean = await cleanPicture(bytes)
  return 'refusal' in clean ? clean.refusal.en : 'accepted'
}

/** A PNG whose header promises a picture of the given size, and little more. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

describe('a picture that is taken in', () => {
  it('keeps its pixels and nothing of what the camera and programs wrote', async () => {
    const file = await blank(400, 300)
      .withExif({
        IFD0: { Make: 'Kameramakaren', Artist: 'Anna Andersson' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '56/1 1/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '14/1 9/1 0/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><by>Anna Andersson</by></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect(holds(file, 'Kameramakaren') && holds(file, 'Anna Andersson')).toBe(true)
    const { picture, thumbnail, width, height } = await cleaned(file)
    expect([width, height]).toEqual([400, 300])
    for (const bytes of [picture, thumbnail]) {
      const { format, exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
      expect({ format, exif, xmp, iptc, icc, comments }).toEqual({ format: 'jpeg' })
      expect(holds(bytes, 'Anna') || holds(bytes, 'Exif') || holds(bytes, 'ICC_PROFILE')).toBe(false)
    }
  })

  it('stands upright though the camera only noted how it was held', async () => {
    const half = blank(200, 100).composite([
      {
        input: await sharp({ create: { width: 100, height: 100, channels: 3, background: '#ff0000' } })
          .png()
          .toBuffer(),
        left: 0,
        top: 0,
      },
    ])
    const lying = await sharp(await half.png().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { picture, width, height } = await cleaned(lying)
    expect([width, height]).toEqual([100, 200])
    const { data } = await sharp(picture)
      .extract({ left: 50, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(200)
  })

  it('is at most 2560 pixels on its longest side, its thumbnail 320, and never made larger', async () => {
    const large = await cleaned(await blank(4000, 3000).jpeg().toBuffer())
    expect([large.width, large.height]).toEqual([2560, 1920])
    expect(await sharp(large.thumbnail).metadata()).toMatchObject({ width: 320, height: 240 })
    const small = await cleaned(await blank(100, 50).webp().toBuffer())
    expect([small.width, small.height]).toEqual([100, 50])
    expect(await sharp(small.thumbnail).metadata()).toMatchObject({ width: 100, height: 50 })
  })

  it('loses what stands after its end', async () => {
    const file = joined(
      await blank(40, 30).jpeg().toBuffer(),
      bytesOf('PK\u0003\u0004 an archive with a program'),
    )
    const { picture } = await cleaned(file)
    expect(holds(picture, 'program')).toBe(false)
  })

  it.each(['jpeg', 'png', 'webp'] as const)('may be %s, and becomes JPEG', async (format) => {
    const { picture } = await cleaned(await blank(40, 30).toFormat(format).toBuffer())
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 40 })
  })
})

describe('a file that is no picture of ours is refused, and told why', () => {
  it.each([
    [
      'SVG',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'SVG may contain programs',
    ],
    [
      'SVG with a declaration',
      bytesOf('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'SVG may contain programs',
    ],
    ['a page', bytesOf('<!doctype html><script>alert(1)</script>'), 'is no picture that is accepted'],
    [
      'HEIC',
      joined(new Uint8Array([0, 0, 0, 24]), bytesOf('ftypheic'), new Uint8Array(4), bytesOf('heicmif1')),
      'HEIC and AVIF are not accepted',
    ],
    ['PDF', bytesOf('%PDF-1.7\n%âãÏÓ'), 'PDF is no picture'],
    ['a program', joined(bytesOf('MZ'), new Uint8Array(200)), 'is no picture that is accepted'],
    ['nothing', new Uint8Array(), 'The file is empty'],
    ['a bomb of 60,000 x 60,000', bomb(60_000, 60_000), 'more than 64 million pixels'],
    ['only the first bytes of a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'broken or cut off'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusal(bytes)).toContain(words)
  })

  it('GIF, whatever it is called', async () => {
    expect(await refusal(await blank(10, 10).gif().toBuffer())).toContain(
      'GIF is no picture that is accepted',
    )
  })

  it.each(['jpeg', 'png', 'webp'] as const)('%s that is cut off', async (format) => {
    const noise = {
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    } as const
    const whole = await sharp(noise).toFormat(format).toBuffer()
    expect(await refusal(whole)).toBe('accepted')
    expect(await refusal(whole.subarray(0, Math.floor(whole.length / 2)))).toContain('broken or cut off')
  })

  it('a picture that is a page, a script or a PDF too', async () => {
    const file = await blank(40, 30).jpeg().toBuffer()
    for (const words of [
      '<script>alert(1)</script>',
      '<!DOCTYPE html>',
      '%PDF-1.4',
      '<?php system($_GET[0]) ?>',
    ]) {
      const comment = Buffer.from(words, 'latin1')
      const segment = joined(new Uint8Array([0xff, 0xfe, 0, comment.length + 2]), comment)
      const both = joined(file.subarray(0, 2), segment, file.subarray(2))
      expect(await sharp(both).metadata()).toMatchObject({ format: 'jpeg' })
      expect(await refusal(both)).toContain('something else at the same time')
    }
  })
})
