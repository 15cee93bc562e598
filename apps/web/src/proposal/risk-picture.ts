import type { Flavour } from '@trygghetskartan/api/contract'
import type { RiskGrid } from './risk-grid.ts'

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/**
 * From little to much risk: lightness falls steadily on the light map and rises on the dark one, so that it reads without
 * telling hues apart.
 */
export const riskRamps: Readonly<Record<Flavour, readonly Colour[]>> = {
  light: [
    [255, 236, 170, 0],
    [253, 212, 110, 0.45],
    [244, 148, 54, 0.68],
    [206, 62, 60, 0.78],
    [120, 18, 72, 0.86],
  ],
  dark: [
    [64, 28, 92, 0],
    [106, 38, 110, 0.5],
    [190, 62, 84, 0.66],
    [242, 140, 44, 0.78],
    [253, 234, 150, 0.88],
  ],
}

/** Picture points for each square across, so that squares flow into each other. */
const finer = 4

/** The value above which everything has the strongest colour: all but a hundredth of what is above nothing. */
export function strongest(values: ArrayLike<number>): number {
  const some = Array.from(values)
    .filter((value) => value > 0)
    .sort((a, b) => a - b)
  return some[Math.floor(some.length * 0.99)] ?? 0
}

/** Colour at a place of the ramp, 0 to 1. */
export function rampAt(ramp: readonly Colour[], at: number): Colour {
  const place = Math.min(1, Math.max(0, at)) * (ramp.length - 1)
  const from = Math.min(ramp.length - 2, Math.floor(place))
  const t = place - from
  const mix = (i: 0 | 1 | 2 | 3) => ramp[from]![i] * (1 - t) + ramp[from + 1]![i] * t
  return [mix(0), mix(1), mix(2), mix(3)]
}

/** The risk as a picture, north up; null where there is none to show. */
export function paintRisk(grid: RiskGrid, values: Float32Array, flavour: Flavour): HTMLCanvasElement | null {
  const most = strongest(values)
  if (most === 0) return null
  const { columns, rows } = grid
  const rough = document.createElement('canvas')
  rough.width = columns
  rough.height = rows
  const picture = new ImageData(columns, rows)
  const colours = Array.from({ length: 256 }, (_, i) => rampAt(riskRamps[flavour], i / 255))
  const [red, green, blue] = riskRamps[flavour][0]!
  for (let at = 0; at < columns * rows; at++) picture.data.set([red, green, blue, 0], at * 4)
  grid.square.forEach((square, i) => {
    const row = rows - 1 - Math.floor(square / columns)
    // The root brings out what is small: few squares hold most of the risk.
    const [r, g, b, alpha] = colours[Math.min(255, Math.round(255 * Math.sqrt(values[i]! / most)))]!
    picture.data.set([r, g, b, alpha * 255], (row * columns + (square % columns)) * 4)
  })
  rough.getContext('2d')!.putImageData(picture, 0, 0)
  const fine = document.createElement('canvas')
  fine.width = columns * finer
  fine.height = rows * finer
  const pen = fine.getContext('2d')!
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(rough, 0, 0, fine.width, fine.height)
  return fine
}
