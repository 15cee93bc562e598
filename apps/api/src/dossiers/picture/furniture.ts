import { day } from '../swedish.ts'
import type { Frame } from './frame.ts'
import type { Glyphs } from './glyphs.ts'

export const ink = '#1d2530'

/** A text as an SVG path, its baseline beginning at x, y. */
export const letters = (
  glyphs: Glyphs,
  text: string,
  x: number,
  y: number,
  size: number,
  fill = ink,
): string => `<path fill="${fill}" d="${glyphs.path(text, x, y, size)}"/>`

/** Metres that a scale bar may show. */
const bars = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000]

/** What belongs on every map: a scale bar, north, and whose the ground is. */
export function furniture(frame: Frame, glyphs: Glyphs, at: Date, sources: readonly string[]): string {
  const { width, height, scale } = frame
  const metres = bars.findLast((bar) => bar * scale <= 320) ?? bars[0]!
  const long = metres * scale
  const foot = height - 34
  const credit = [...sources, `Läst ${day(at.toISOString())}`].join(' · ')
  const creditWidth = glyphs.width(credit) * 20 + 28
  return `<g><rect x="24" y="${height - 92}" width="${(long + 130).toFixed(0)}" height="68" rx="8" fill="#ffffff" fill-opacity="0.92"/>
<path stroke="${ink}" stroke-width="4" fill="none" d="M44 ${foot - 14}v14h${long.toFixed(1)}v-14"/>${letters(glyphs, `${metres} m`, 58 + long, foot + 2, 26)}</g>
<g transform="translate(${width - 76} 84)"><circle r="52" fill="#ffffff" fill-opacity="0.92"/><path fill="${ink}" d="M0 -40l16 46l-16 -10l-16 10z"/>${letters(glyphs, 'N', -(glyphs.width('N') * 30) / 2, 42, 30)}</g>
<g><rect x="${(width - creditWidth).toFixed(0)}" y="${height - 36}" width="${creditWidth.toFixed(0)}" height="36" fill="#ffffff" fill-opacity="0.9"/>${letters(glyphs, credit, width - creditWidth + 14, height - 11, 20, '#444c56')}</g>`
}
