import type { Glyphs } from '../../dossiers/picture/glyphs.ts'

export const gridSize = { width: 1040, height: 330 }

const ink = '#1d2530'
const days = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön']
const [left, top, cell, high] = [76, 40, 40, 38]

/** Incidents by weekday and hour as SVG: the darker, the more; each number written in its cell. Letters are outlines. */
export function drawHourGrid(grid: readonly (readonly number[])[], glyphs: Glyphs): string {
  const most = Math.max(1, ...grid.flat())
  const letters = (text: string, x: number, y: number, size: number, fill = ink, anchor = 0.5) =>
    `<path fill="${fill}" d="${glyphs.path(text, x - glyphs.width(text) * size * anchor, y, size)}"/>`
  const cells = grid.flatMap((row, day) =>
    row.map((n, hour) => {
      const [x, y] = [left + hour * cell, top + day * high]
      const share = n / most
      const fill = n === 0 ? '#f1f3f5' : mixed(share)
      return `<rect x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${high - 2}" rx="3" fill="${fill}"/>${n === 0 ? '' : letters(String(n), x + cell / 2, y + high / 2 + 7, 19, share > 0.5 ? '#ffffff' : ink)}`
    }),
  )
  const hours = Array.from({ length: 8 }, (_, i) =>
    letters(String(i * 3).padStart(2, '0'), left + i * 3 * cell + 2, top - 12, 18, '#4b535d', 0),
  )
  const names = days.map((name, i) => letters(name, left - 12, top + i * high + high / 2 + 6, 19, ink, 1))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${gridSize.width}" height="${gridSize.height}" viewBox="0 0 ${gridSize.width} ${gridSize.height}"><rect width="100%" height="100%" fill="#ffffff"/>${cells.join('')}${hours.join('')}${names.join('')}</svg>`
}

/** From light to dark blue. */
function mixed(share: number): string {
  const between = (a: number, b: number) => Math.round(a + (b - a) * share)
  return `rgb(${between(214, 11)},${between(230, 79)},${between(240, 122)})`
}
