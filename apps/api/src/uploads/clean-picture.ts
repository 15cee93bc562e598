import type { Text } from '@trygghetskartan/layers'
import sharp from 'sharp'
import { refusalOf } from './picture-type.ts'

/** Enough for any telephone's camera; a bomb says more. */
const maximumPixels = 64_000_000
const longestSide = 2560
const thumbnailSide = 320

// One picture is decoded by one thread; how many at once is decided by who calls. Nothing is kept between pictures.
sharp.concurrency(1)
sharp.cache(false)

export interface CleanPicture {
  /** JPEG. */
  readonly picture: Uint8Array
  /** JPEG. */
  readonly thumbnail: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * A picture drawn anew from a file's pixels: upright, at most 2560 pixels, in sRGB, on white. Nothing else of the file goes along: no
 * EXIF, place, XMP, colour profile, comment, thumbnail, nor what stands after its end. The reason where it is no picture that we take.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture | { readonly refusal: Text }> {
  const refusal = await refusalOf(bytes)
  if (refusal) return { refusal }
  try {
    const whole = await sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'error', autoOrient: true })
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 84, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(whole.data)
      .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78, mozjpeg: true })
      .toBuffer()
    return { picture: whole.data, thumbnail, width: whole.info.width, height: whole.info.height }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { refusal: reasonOf(error) }
  }
}

/** libvips tells in English prose; whatever it says, the file is what is wrong. */
const reasonOf = ({ message }: Error): Text =>
  /pixel limit/i.test(message)
    ? {
        sv: `Bilden har fler än ${maximumPixels / 1e6} miljoner bildpunkter.`,
        en: `The picture has more than ${maximumPixels / 1e6} million pixels.`,
      }
    : {
        sv: 'Bilden är trasig eller avbruten: den kunde inte läsas till slutet.',
        en: 'The picture is broken or cut off: it could not be read to its end.',
      }
