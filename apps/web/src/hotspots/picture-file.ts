import type { Map as MapLibreMap } from 'maplibre-gl'

export interface PictureWords {
  readonly title: string
  /** Under the title: what it rests on. */
  readonly lines: readonly string[]
  /** What the colours mean. */
  readonly legend: readonly {
    readonly title: string
    readonly fill: string
    readonly cover: number
    readonly line: string
  }[]
  /** Under the map. */
  readonly foot: readonly string[]
}

const margin = 24
const row = 22
const swatch = 26

/** The map as it stands with its words about it, as a PNG. */
export async function pictureFile(map: MapLibreMap, words: PictureWords): Promise<Blob> {
  const shown = await shownOf(map)
  const scale = shown.width / map.getContainer().clientWidth
  const wide = shown.width / scale
  const high = shown.height / scale
  const rows = Math.max(words.lines.length + 1, words.legend.length)
  const head = margin + rows * row + 16
  const foot = words.foot.length * 18 + 20
  const canvas = new OffscreenCanvas(Math.round(wide * scale), Math.round((head + high + foot) * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('There is nothing to draw on')
  pen.scale(scale, scale)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, wide, head + high + foot)
  pen.drawImage(shown, 0, head, wide, high)
  const write = (text: string, x: number, y: number, font: string, colour: string) => {
    pen.font = `${font} "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif`
    pen.fillStyle = colour
    pen.fillText(text, x, y)
  }
  write(words.title, margin, margin + 14, '650 20px', '#17232b')
  words.lines.forEach((line, i) => {
    write(line, margin, margin + 14 + (i + 1) * row, '14px', '#4a5963')
  })
  const left = Math.max(margin, wide - 330)
  words.legend.forEach(({ title, fill, cover, line }, i) => {
    const y = margin + i * row
    pen.globalAlpha = cover
    pen.fillStyle = fill
    pen.fillRect(left, y, swatch, 14)
    pen.globalAlpha = 1
    pen.strokeStyle = line
    pen.strokeRect(left, y, swatch, 14)
    write(title, left + swatch + 10, y + 12, '14px', '#17232b')
  })
  words.foot.forEach((line, i) => {
    write(line, margin, head + high + 22 + i * 18, '12px', '#4a5963')
  })
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A copy of the map's canvas, taken while it is being drawn: afterwards there may be nothing in it. */
const shownOf = (map: MapLibreMap): Promise<ImageBitmap> =>
  new Promise((resolve, reject) => {
    map.once('render', () => {
      createImageBitmap(map.getCanvas()).then(resolve, reject)
    })
    map.triggerRepaint()
  })
