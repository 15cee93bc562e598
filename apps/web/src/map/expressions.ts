import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'

export type Stop = readonly [zoom: number, value: number | ExpressionSpecification]

/** An exponential ramp over zoom. */
export const byZoom = (base: number, ...stops: Stop[]): ExpressionSpecification =>
  ['interpolate', ['exponential', base], ['zoom'], ...stops.flat()] as ExpressionSpecification

/** Features whose `kind` is one of these. */
export const inKinds = (...kinds: string[]): FilterSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
]
