import { isRefusal } from '@trygghetskartan/geo'
import type { Town } from '../ground/town.ts'
import { illuminanceAt, type Lamp } from '../illuminance.ts'

/** Metres beyond which a lamp counts for nothing: at least so many, and so many for each metre it is high. Choices of this project. */
const leastCutOff = 60
const cutOffPerHeight = 7.5
const tallestOfLow = leastCutOff / cutOffPerHeight

/** Light of lamps in a town, remembered where it has been asked for. */
export interface LightField {
  readonly lamps: readonly Lamp[]
  /** Lux at points on the ground. */
  at(x: Float64Array, y: Float64Array): Float64Array
  /** The same, kept for `of`: points that are asked for again as other lamps move. */
  on(of: object, x: Float64Array, y: Float64Array): Float64Array
  /** Lux in the middle of squares of `step` metres, [column, row] the first of `columns` and `rows` counted from the plane's origin. */
  squares(column: number, row: number, columns: number, rows: number, step: number): Float64Array
}

/** Squares along the side of a tile that is kept. */
const tileSide = 32
/** More tiles than this are not kept: a town looked at in many places. */
const mostTiles = 2000

/** The light of lamps behind buildings and walls. */
export function lightField(town: Town, lamps: readonly Lamp[]): LightField {
  const low = lamps.filter(({ height }) => height <= tallestOfLow)
  const high = lamps.filter(({ height }) => height > tallestOfLow)
  const highCutOff = cutOffPerHeight * high.reduce((most, { height }) => Math.max(most, height), 0)
  const kept = new WeakMap<object, Float64Array>()
  const tiles = new Map<string, Float64Array>()

  const at = (x: Float64Array, y: Float64Array) => {
    const lux = new Float64Array(x.length)
    for (const [some, cutOff] of [
      [low, leastCutOff],
      [high, highCutOff],
    ] as const) {
      const near = lampsAbout(some, x, y, cutOff)
      if (near.length === 0) continue
      const light = illuminanceAt(x, y, near, { maintenance: 1, cutOff, shadows: town.scene })
      if (isRefusal(light)) throw new RangeError(light.text.en)
      light.lux.forEach((value, i) => {
        lux[i]! += value
      })
    }
    return lux
  }
  const on = (of: object, x: Float64Array, y: Float64Array) => {
    const known = kept.get(of) ?? at(x, y)
    kept.set(of, known)
    return known
  }
  const tile = (column: number, row: number, step: number) => {
    const key = `${step} ${column} ${row}`
    const known = tiles.get(key)
    if (known) return known
    const { x, y } = middles(column * tileSide, row * tileSide, tileSide, tileSide, step)
    const lux = at(x, y)
    if (tiles.size >= mostTiles) tiles.delete(tiles.keys().next().value!)
    tiles.set(key, lux)
    return lux
  }
  const squares = (column: number, row: number, columns: number, rows: number, step: number) => {
    const lux = new Float64Array(columns * rows)
    if (lamps.length === 0) return lux
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; ) {
        const tileColumn = Math.floor((column + c) / tileSide)
        const tileRow = Math.floor((row + r) / tileSide)
        const from = column + c - tileColumn * tileSide
        const count = Math.min(columns - c, tileSide - from)
        const start = (row + r - tileRow * tileSide) * tileSide + from
        lux.set(tile(tileColumn, tileRow, step).subarray(start, start + count), r * columns + c)
        c += count
      }
    return lux
  }
  return { lamps, at, on, squares }
}

/** Middles of squares counted from the plane's origin, rows from south to north. */
export function middles(column: number, row: number, columns: number, rows: number, step: number) {
  return {
    x: Float64Array.from({ length: columns * rows }, (_, i) => (column + (i % columns) + 0.5) * step),
    y: Float64Array.from({ length: columns * rows }, (_, i) => (row + Math.floor(i / columns) + 0.5) * step),
  }
}

function lampsAbout(lamps: readonly Lamp[], x: Float64Array, y: Float64Array, cutOff: number): Lamp[] {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i]!)
    south = Math.min(south, y[i]!)
    east = Math.max(east, x[i]!)
    north = Math.max(north, y[i]!)
  }
  return lamps.filter(
    (lamp) =>
      lamp.x > west - cutOff && lamp.x < east + cutOff && lamp.y > south - cutOff && lamp.y < north + cutOff,
  )
}
