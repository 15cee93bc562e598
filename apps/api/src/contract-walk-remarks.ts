import type { Point } from 'geojson'

/** PUT /api/walk-remarks/{id}, with an id made by the sender: sent again, it is kept once. Answers Measure. */
export interface NewWalkRemark {
  walk: string
  /** A kind of the layer walk_remarks. */
  kind: string
  geometry: Point
  words: string | null
}
