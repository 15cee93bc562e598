import type { Glyphs } from '../../dossiers/picture/glyphs.ts'

export const weekBarsSize = { width: 1040, height: 260 }

const [left, right, top, bottom] = [16, 16, 40, 40]

/** A bar for each week with its number above, as SVG; n null where it is not told. Letters are outlines. */
export function drawWeekBars(
  weeks: readonly { readonly name: string; readonly n: number | null }[],
  glyphs: Glyphs,
): string {
  const { width, height } = weekBarsSize
  const most = Math.max(1, ...weeks.map(({ n }) => n ?? 0))
  const step = (width - left - right) / Math.max(1, weeks.length)
  const floor = height - bottom
  const letters = (text: string, x: number, y: number, fill: string) =>
    `<path fill="${fill}" d="${glyphs.path(text, x - (glyphs.width(text) * 20) / 2, y, 20)}"/>`
  const bars = weeks.map(({ name, n }, i) => {
    const middle = left + (i + 0.5) * step
    const high = ((n ?? 0) / most) * (floor - top)
    const bar =
      n === null
        ? ''
        : `<rect x="${(middle - step * 0.42).toFixed(1)}" y="${(floor - high).toFixed(1)}" width="${(step * 0.84).toFixed(1)}" height="${high.toFixed(1)}" fill="#2f5d8a"/>`
    return `${bar}${letters(n === null ? '–' : String(n), middle, floor - high - 10, '#1d2530')}${letters(name, middle, height - 12, '#4b535d')}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#ffffff"/>${bars.join('')}<path d="M${left} ${floor}H${width - right}" stroke="#1d2530" stroke-width="2"/></svg>`
}
