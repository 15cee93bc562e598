import type { CSSProperties } from 'react'

/*
 * Between these shares of the deep colour neither the dark nor the light ink has the contrast of 4.5 that small
 * text needs, on either theme; no cell is shaded so.
 */
const lightest = 0.48
const deepest = 0.82

/** How a cell of a chart is shaded for its share of the largest, 0-1: props of the cell, whose figure reads on it. */
export function shade(share: number): { style: CSSProperties; 'data-strong': true | undefined } {
  const strong = share > 0.55
  const shown = strong ? deepest + ((share - 0.55) / 0.45) * (1 - deepest) : (share / 0.55) * lightest
  return { style: { '--share': shown.toFixed(3) } as CSSProperties, 'data-strong': strong || undefined }
}
