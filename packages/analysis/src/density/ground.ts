import type { Raster } from './raster.ts'

/**
 * Of each square the sum of a kernel of height 1 over the middles of the squares of the area about it: how much of the kernel lies in the
 * area. Exact. Squares of the area lie in runs along their rows, and the kernel is summed up along each row beforehand, so a
 * run costs one difference. `heightAt` is the kernel by squares east and north, 0 beyond `reach`.
 */
export function groundAbout(
  { columns, rows, inside }: Raster,
  reach: number,
  heightAt: (east: number, north: number) => number,
): Float64Array {
  const far = Math.min(Math.floor(reach), Math.max(columns, rows))
  const wide = 2 * far + 2
  // sums[dy][dx] is the sum of heights from the west end of row dy up to before dx.
  const sums = new Float64Array((2 * far + 1) * wide)
  for (let dy = -far; dy <= far; dy++)
    for (let dx = -far; dx <= far; dx++)
      sums[(dy + far) * wide + dx + far + 1] = sums[(dy + far) * wide + dx + far]! + heightAt(dx, dy)
  const runs = Array.from({ length: rows }, (_, row) => runsOf(inside, row * columns, columns))
  const ground = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (inside[row * columns + column] === 0) continue
      let sum = 0
      for (let other = Math.max(0, row - far); other <= Math.min(rows - 1, row + far); other++) {
        const at = (other - row + far) * wide + far - column
        const ends = runs[other]!
        for (let k = 0; k < ends.length; k += 2) {
          const from = Math.max(ends[k]!, column - far)
          const to = Math.min(ends[k + 1]!, column + far + 1)
          if (from < to) sum += sums[at + to]! - sums[at + from]!
        }
      }
      ground[row * columns + column] = sum
    }
  return ground
}

/** `groundAbout` for a kernel that is the product of one along and one across, as the Gaussian is: first along all rows, then across them. */
export function separableGround(
  { columns, rows, inside }: Raster,
  reach: number,
  heightAt: (away: number) => number,
): Float64Array {
  const far = Math.min(Math.floor(reach), Math.max(columns, rows))
  const sums = new Float64Array(2 * far + 2)
  for (let dx = -far; dx <= far; dx++) sums[dx + far + 1] = sums[dx + far]! + heightAt(dx)
  const along = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const ends = runsOf(inside, row * columns, columns)
    for (let column = 0; column < columns; column++)
      for (let k = 0; k < ends.length; k += 2) {
        const from = Math.max(ends[k]!, column - far)
        const to = Math.min(ends[k + 1]!, column + far + 1)
        if (from < to) along[row * columns + column]! += sums[to + far - column]! - sums[from + far - column]!
      }
  }
  const ground = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let other = Math.max(0, row - far); other <= Math.min(rows - 1, row + far); other++) {
      const share = heightAt(other - row)
      for (let column = 0; column < columns; column++)
        ground[row * columns + column]! += share * along[other * columns + column]!
    }
  return ground
}

/** Where runs of set squares begin and (excluded) end. */
function runsOf(inside: Uint8Array, start: number, columns: number): number[] {
  const ends: number[] = []
  for (let column = 0; column < columns; column++) {
    const isSet = inside[start + column] === 1
    if (isSet !== (ends.length % 2 === 1)) ends.push(column)
  }
  if (ends.length % 2 === 1) ends.push(columns)
  return ends
}
