import type { Page } from 'playwright-core'

/** A box of the screen, in pixels from its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * How many colours are told apart in a part of the screen, to 5 bits a channel: a map that was never drawn has one or two.
 * The picture is read in the browser itself, which can read PNG.
 */
export async function seenColours(page: Page, box: Box): Promise<number> {
  const picture = await page.screenshot({ clip: box })
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('The browser gives no canvas to read a picture with')
    pen.drawImage(bitmap, 0, 0)
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height)
    const seen = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      seen.add(((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3))
    return seen.size
  }, picture.toString('base64'))
}
