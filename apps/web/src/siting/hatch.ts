import type { Map as MapLibreMap } from 'maplibre-gl'

/** Names of the hatched fills, which `bringHatches` puts on the map. */
export const hatches = {
  blind: { light: 'siting-blind-light', dark: 'siting-blind-dark' },
  mask: { light: 'siting-mask-light', dark: 'siting-mask-dark' },
} as const

const lines = {
  [hatches.blind.light]: { colour: [70, 84, 94, 150], rising: true },
  [hatches.blind.dark]: { colour: [170, 184, 194, 130], rising: true },
  [hatches.mask.light]: { colour: [23, 35, 43, 190], rising: false },
  [hatches.mask.dark]: { colour: [232, 238, 241, 190], rising: false },
} as const

/** Pixels from line to line, at two to a CSS pixel. */
const size = 16

/** Gives the map the hatched fills it lacks. */
export function bringHatches(map: MapLibreMap): void {
  for (const [name, { colour, rising }] of Object.entries(lines)) {
    if (map.hasImage(name)) continue
    const data = new Uint8Array(size * size * 4)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        const along = rising ? column + row : column - row + size
        if (along % size < 2) data.set(colour, 4 * (row * size + column))
      }
    map.addImage(name, { width: size, height: size, data }, { pixelRatio: 2 })
  }
}
