import type { Cover } from './covers.ts'
import { pictureHead } from './picture-head.ts'

/** A photo as it lies in the draft: drawn anew, so that nothing but the picture is left of the file. */
export interface DraftPhoto {
  readonly picture: Blob
  readonly width: number
  readonly height: number
  readonly covers: readonly Cover[]
}

export type PhotoRefusal = 'heic' | 'large' | 'pixels' | 'kind' | 'broken'

/** Of a file, in bytes: larger ones are no photos from a phone. */
const largestFile = 40 * 1024 * 1024
/** A phone's memory holds no more, four bytes each. */
const mostPixels = 120e6
/** Pixels of the longest side, as the server keeps it. */
const longestSide = 2560
const quality = 0.86
const headBytes = 256 * 1024

/**
 * Draws a photo anew: upright, at most 2560 pixels, as JPEG. Position, camera and everything else the file says besides the picture is
 * left behind.
 */
export async function readPhoto(file: Blob): Promise<DraftPhoto | PhotoRefusal> {
  if (file.size > largestFile) return 'large'
  const head = pictureHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  if (head.type === 'unknown') return 'kind'
  if (head.pixels !== null && head.pixels > mostPixels) return 'pixels'
  // Some browsers read HEIC, and then it is a photo like any other.
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return head.type === 'heic' ? 'heic' : 'broken'
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)))
  const picture = await drawn(bitmap, width!, height!, []).finally(() => bitmap.close())
  return picture ? { picture, width: width!, height: height!, covers: [] } : 'broken'
}

/** The photo as it is sent: what is covered is painted over, not hidden. */
export async function finished({ picture, width, height, covers }: DraftPhoto): Promise<Blob> {
  if (covers.length === 0) return picture
  const bitmap = await createImageBitmap(picture)
  const painted = await drawn(bitmap, width, height, covers).finally(() => bitmap.close())
  if (!painted) throw new Error('The photo could not be drawn')
  return painted
}

function drawn(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  covers: readonly Cover[],
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  // What shows through is white, as on paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  context.fillStyle = '#000'
  for (const cover of covers) {
    const left = Math.floor(cover.x * width)
    const top = Math.floor(cover.y * height)
    context.fillRect(left, top, Math.ceil(cover.width * width) + 1, Math.ceil(cover.height * height) + 1)
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
