import type { Glyphs } from './picture/glyphs.ts'
import { number } from './swedish.ts'

export const chartSize = { width: 1040, height: 300 }

const ink = '#1d2530'
const [left, right, top, bottom] = [64, 16, 48, 44]

export interface HourChartInputs {
  readonly incidents: readonly number[]
  readonly reports: readonly number[]
  /** Share of each hour that the camera watches, over all weekdays. */
  readonly watched: readonly number[]
}

/**
 * What has happened and been reported by hour of the day, as SVG: incidents filled, reports hatched on top of them, and over the bars a
 * band as high as the share of the week's days on which the hour is watched. Letters are outlines.
 */
export function drawHourChart({ incidents, reports, watched }: HourChartInputs, glyphs: Glyphs): string {
  const { width, height } = chartSize
  const totals = incidents.map((n, hour) => n + (reports[hour] ?? 0))
  const most = niceTop(Math.max(...totals))
  const step = (width - left - right) / 24
  const up = (height - top - bottom) / most
  const floor = height - bottom
  const letters = (text: string, x: number, y: number, size: number, anchor = 0.5) =>
    `<path fill="${ink}" d="${glyphs.path(text, x - glyphs.width(text) * size * anchor, y, size)}"/>`
  const bar = (hour: number, from: number, n: number, fill: string) =>
    n <= 0
      ? ''
      : `<rect x="${(left + hour * step + 4).toFixed(1)}" y="${(floor - (from + n) * up).toFixed(1)}" width="${(step - 8).toFixed(1)}" height="${(n * up).toFixed(1)}" fill="${fill}" stroke="#7a2f12" stroke-width="1"/>`
  const bars = Array.from(
    { length: 24 },
    (_, hour) =>
      bar(hour, 0, incidents[hour] ?? 0, '#b8401f') +
      hatched(left + hour * step + 4, floor - (totals[hour] ?? 0) * up, step - 8, (reports[hour] ?? 0) * up),
  )
  const band = watched.map((share, hour) =>
    share <= 0
      ? ''
      : `<rect x="${(left + hour * step).toFixed(1)}" y="${(top - 10 - 18 * share).toFixed(1)}" width="${step.toFixed(1)}" height="${(18 * share).toFixed(1)}" fill="#2f5d8a"/>`,
  )
  const lines = [0, most / 2, most].map(
    (n) =>
      `<path d="M${left} ${(floor - n * up).toFixed(1)}H${width - right}" stroke="#c9ccd1" stroke-width="1"/>${letters(number(n, n % 1 ? 1 : 0), left - 10, floor - n * up + 6, 18, 1)}`,
  )
  const hours = Array.from({ length: 9 }, (_, i) =>
    letters(String(i * 3).padStart(2, '0'), left + i * 3 * step, height - 14, 18),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#ffffff"/>${lines.join('')}${bars.join('')}${band.join('')}
<path d="M${left} ${floor}H${width - right}" stroke="${ink}" stroke-width="2"/>${hours.join('')}</svg>`
}

/** Lines and no pattern: what sets documents does not draw patterns everywhere. */
function hatched(x: number, y: number, width: number, height: number): string {
  if (height <= 0) return ''
  const lines: string[] = []
  for (let at = 6; at < width + height; at += 7) {
    const [x1, y1] = at <= height ? [x, y + at] : [x + at - height, y + height]
    const [x2, y2] = at <= width ? [x + at, y] : [x + width, y + at - width]
    lines.push(`M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`)
  }
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="#fbe3d3" stroke="#7a2f12" stroke-width="1"/><path d="${lines.join('')}" stroke="#7a2f12" stroke-width="1.5" fill="none"/>`
}

/** The least of 1, 2 and 5 with zeros that is not less. */
function niceTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((digit) => digit * power).find((one) => one >= value - 1e-9)!
}
