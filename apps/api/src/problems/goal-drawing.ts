import type { Problem } from '../contract-problems.ts'
import type { Glyphs } from '../dossiers/picture/glyphs.ts'
import { day, number } from '../dossiers/swedish.ts'

export const goalSize = { width: 1040, height: 300 }

const ink = '#1d2530'
const accent = '#0b5a6b'
const [left, right, top, bottom] = [84, 28, 24, 48]

/** How a problem's indicator goes, as SVG: readings as a line, the way from base to target dashed. Letters are outlines; '' where there is no line to draw. */
export function drawGoal(problem: Problem, glyphs: Glyphs): string {
  const { baseValue, baseOn, targetValue, targetOn, readings } = problem
  if (baseValue === null || !baseOn || targetValue === null || !targetOn) return ''
  const { width, height } = goalSize
  const points = [{ on: baseOn, value: baseValue }, ...readings].sort((a, b) => a.on.localeCompare(b.on))
  const target = { on: targetOn, value: targetValue }
  const all = [...points, target]
  const [most, least] = [Math.max(0, ...all.map((p) => p.value)), Math.min(0, ...all.map((p) => p.value))]
  const times = all.map(({ on }) => Date.parse(on))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = (on: string) => left + ((Date.parse(on) - first) / (last - first || 1)) * (width - left - right)
  const y = (value: number) =>
    height - bottom - ((value - least) / (most - least || 1)) * (height - top - bottom)
  const letters = (text: string, at: number, up: number, anchor: number, size = 18) =>
    `<path fill="${ink}" d="${glyphs.path(text, at - glyphs.width(text) * size * anchor, up, size)}"/>`
  const place = ({ on, value }: { on: string; value: number }) => `${x(on).toFixed(1)} ${y(value).toFixed(1)}`
  const grid = [least, (least + most) / 2, most].map(
    (value) =>
      `<path d="M${left} ${y(value).toFixed(1)}H${width - right}" stroke="#c9ccd1" stroke-width="1"/>${letters(number(value, value % 1 ? 1 : 0), left - 10, y(value) + 6, 1)}`,
  )
  const dots = points.map((one) => {
    const [cx, cy] = place(one).split(' ')
    return `<circle cx="${cx}" cy="${cy}" r="6" fill="${accent}"/>${letters(number(one.value, one.value % 1 ? 1 : 0), Number(cx), Number(cy) - 12, 0.5)}`
  })
  const [tx, ty] = place(target).split(' ').map(Number) as [number, number]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#ffffff"/>${grid.join('')}
<path d="M${place(points[0]!)}L${place(target)}" stroke="#6b7680" stroke-width="2" stroke-dasharray="8 6" fill="none"/>
<path d="M${points.map(place).join('L')}" stroke="${accent}" stroke-width="3.5" fill="none" stroke-linejoin="round"/>${dots.join('')}
<path d="M${tx} ${ty - 9}l9 9-9 9-9-9z" fill="#ffffff" stroke="#1a6b3c" stroke-width="3.5"/>${letters(`mål ${number(target.value, target.value % 1 ? 1 : 0)}`, tx, ty - 16, 1)}
${letters(day(points[0]!.on), left, height - 14, 0)}${letters(day(target.on), width - right, height - 14, 1)}</svg>`
}
