import type { Flavour } from '@trygghetskartan/api/contract'

/** How sure it is that a cell is no chance: the surest it passes; 0 for none. Below 0 for fewer than expected. */
export type GiClass = -3 | -2 | -1 | 0 | 1 | 2 | 3
/** In the order a legend tells them, the surest hot first. */
export const giClasses: readonly GiClass[] = [3, 2, 1, 0, -1, -2, -3]
/** Per cent of certainty of a class other than 0. */
export const certaintyOf = (giClass: GiClass): 90 | 95 | 99 =>
  ([90, 95, 99] as const)[Math.abs(giClass) - 1] ?? 90

interface ClassPaint {
  readonly fill: string
  readonly cover: number
  readonly line: string
  readonly width: number
}

/**
 * From blue over nothing to orange-red, which nearly everybody tells apart; the surer, the farther from the ground in
 * lightness and the wider its outline, so that it also reads without hues.
 */
const ramps: Readonly<Record<Flavour, Readonly<Record<GiClass, ClassPaint>>>> = {
  light: {
    3: { fill: '#b2190f', cover: 0.62, line: '#6d0b06', width: 2 },
    2: { fill: '#e0603c', cover: 0.56, line: '#b03a1c', width: 1.2 },
    1: { fill: '#f4a582', cover: 0.55, line: '#cf7550', width: 0.6 },
    0: { fill: '#7a858c', cover: 0, line: '#7a858c', width: 0 },
    [-1]: { fill: '#92c5de', cover: 0.55, line: '#5b9cbc', width: 0.6 },
    [-2]: { fill: '#4393c3', cover: 0.55, line: '#256c9b', width: 1.2 },
    [-3]: { fill: '#1b5a9e', cover: 0.6, line: '#0b3464', width: 2 },
  },
  dark: {
    3: { fill: '#ffb08a', cover: 0.78, line: '#ffe3d3', width: 2 },
    2: { fill: '#e8704a', cover: 0.66, line: '#ffb08a', width: 1.2 },
    1: { fill: '#a5482c', cover: 0.6, line: '#c96a4a', width: 0.6 },
    0: { fill: '#aab6bd', cover: 0, line: '#aab6bd', width: 0 },
    [-1]: { fill: '#2f5f8a', cover: 0.6, line: '#4d84b4', width: 0.6 },
    [-2]: { fill: '#4a93cb', cover: 0.66, line: '#9ed0f5', width: 1.2 },
    [-3]: { fill: '#9ad4ff', cover: 0.78, line: '#e2f3ff', width: 2 },
  },
}

/** How a class is drawn: the legend's swatch and the map's cell alike. */
export const classPaint = (giClass: GiClass, flavour: Flavour): ClassPaint => ramps[flavour][giClass]
