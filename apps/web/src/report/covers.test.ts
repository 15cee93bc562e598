import { expect, it } from 'vitest'
import { coverAfter, coverBetween } from './covers.ts'
import { pictureHead } from './picture-head.ts'

it('a box is dragged out in any direction, within the photo, and a slip of the finger is none', () => {
  const cover = coverBetween([0.9, 1.4], [0.5, 0.75])!
  expect([cover.x, cover.y]).toEqual([0.5, 0.75])
  expect(cover.width).toBeCloseTo(0.4)
  expect(cover.height).toBeCloseTo(0.25)
  expect(coverBetween([0.5, 0.5], [0.505, 0.8])).toBeNull()
})

it('arrow keys move a box and with shift size it, never out of the photo nor to nothing', () => {
  let cover = { x: 0.7, y: 0, width: 0.2, height: 0.04 }
  for (let press = 0; press < 20; press++) cover = coverAfter(cover, 'ArrowRight', false)!
  expect(cover.x + cover.width).toBeCloseTo(1)
  for (let press = 0; press < 20; press++) cover = coverAfter(cover, 'ArrowUp', true)!
  expect(cover.height).toBeCloseTo(0.02)
  expect(coverAfter(cover, 'ArrowUp', false)!.y).toBe(0)
  expect(coverAfter(cover, 'Enter', false)).toBeNull()
})

it('a file is known by its first bytes, and its size before it is unpacked', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from([
      ...parts.flatMap((part) => [...part].map((one) => (typeof one === 'string' ? one.charCodeAt(0) : one))),
      ...new Array(40).fill(0),
    ])
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]
  expect(pictureHead(bytes(png, 'IHDR', [0, 0, 0xff, 0xff], [0, 0, 0xff, 0xff]))).toEqual({
    type: 'png',
    pixels: 65535 ** 2,
  })
  const exif = [0xff, 0xd8, 0xff, 0xe1, 0, 4, 0, 0]
  expect(pictureHead(bytes(exif, [0xff, 0xc0, 0, 17, 8, 3, 0, 4, 0]))).toEqual({
    type: 'jpeg',
    pixels: 768 * 1024,
  })
  expect(pictureHead(bytes([0, 0, 0, 24], 'ftypheic')).type).toBe('heic')
  expect(pictureHead(bytes('<svg xmlns="http://www.w3.org/2000/svg">')).type).toBe('unknown')
  expect(pictureHead(new Uint8Array()).type).toBe('unknown')
})
