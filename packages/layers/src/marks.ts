import type { StyleLayer } from './description.ts'
import { type MeasureStatus, measureStatuses } from './measure-statuses.ts'
import type { Expression, Paint } from './paint.ts'

/** How far along an object is, told by outline and fill as well as by colour. */
export interface Stages {
  /** Property the stage is read from. */
  readonly by: string
  /** Values of each stage; anything else is `done`. */
  readonly thought: readonly string[]
  readonly agreed: readonly string[]
  readonly over: readonly string[]
}

const inStage = (stage: MeasureStatus['stage']) =>
  measureStatuses.filter((status) => status.stage === stage).map(({ value }) => value)

export const measureStages: Stages = {
  by: 'status',
  thought: inStage('thought'),
  agreed: inStage('agreed'),
  over: inStage('over'),
}

export interface MarkOptions {
  readonly stages?: Stages
  /** Property that names an object close up; null for none. */
  readonly label?: string | null
  /** How much an area is filled, 0 to 1: quiet, so that the ground and its names are read through it. */
  readonly fill?: number | Expression
  /** Many objects close together: smaller marks, and icons only close up. */
  readonly dense?: boolean
}

/** The mark of each kind of geometry a layer has, its icon and, close up, its name. Bottom first. */
export function marks(paint: Paint, options: MarkOptions = {}): StyleLayer[] {
  const { geometry } = paint
  const { stages = plain, label = 'title', fill = 0.14, dense = false } = options
  const areas = geometry.some((kind) => kind.endsWith('Polygon'))
  const lines = geometry.includes('LineString')
  const points = geometry.includes('Point')
  return [
    ...(areas ? areaMarks(paint, stages, fill) : []),
    ...(lines ? lineMarks(paint, stages) : []),
    ...(points ? [pointMark(paint, stages, dense)] : []),
    ...(areas ? [areaIcon(paint)] : []),
    ...(lines ? [lineIcon(paint)] : []),
    ...(points ? [pointIcon(paint, stages, dense)] : []),
    ...(label ? [labelMark(paint, label)] : []),
  ]
}

const plain: Stages = { by: 'id', thought: [], agreed: [], over: [] }

/** One value for each stage. A value of the category that the audience never meets is not named. */
export function byStage<T>(
  paint: Paint,
  stages: Stages,
  of: { thought: T; agreed: T; done: T; over: T },
): T | Expression {
  const known = (value: string) => stages.by !== paint.by || paint.met.includes(value)
  const arms = (['thought', 'agreed', 'over'] as const)
    .map((stage) => [stages[stage].filter(known), of[stage]] as const)
    .filter(([values]) => values.length > 0)
  return arms.length === 0 ? of.done : ['match', ['get', stages.by], ...arms.flat(), of.done]
}

const dash = (...lengths: number[]): Expression => ['literal', lengths]

const dashes = (paint: Paint, stages: Stages) =>
  byStage(paint, stages, { thought: dash(2, 2), agreed: dash(5, 1.5), done: dash(1, 0), over: dash(0.6, 2) })

const isArea: Expression = ['==', ['geometry-type'], 'Polygon']
const isLine: Expression = ['==', ['geometry-type'], 'LineString']
const isPoint: Expression = ['==', ['geometry-type'], 'Point']

const grows = (...stops: [zoom: number, value: number | Expression][]): Expression => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.flat(),
]

function areaMarks(paint: Paint, stages: Stages, fill: number | Expression): StyleLayer[] {
  const share = (part: number) => (typeof fill === 'number' ? fill * part : ['*', part, fill])
  return [
    {
      id: `${paint.id}-area`,
      type: 'fill',
      filter: isArea,
      paint: {
        'fill-color': paint.colour,
        'fill-opacity': byStage<number | Expression>(paint, stages, {
          thought: share(0.4),
          agreed: share(0.7),
          done: fill,
          over: share(0.2),
        }),
        'fill-antialias': false,
      },
    },
    {
      id: `${paint.id}-outline`,
      type: 'line',
      filter: isArea,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': paint.colour,
        'line-width': grows([9, 0.8], [13, 1.4], [17, 2.4]),
        'line-dasharray': dashes(paint, stages),
        'line-opacity': byStage(paint, stages, { thought: 1, agreed: 1, done: 1, over: 0.7 }),
      },
    },
  ]
}

function lineMarks(paint: Paint, stages: Stages): StyleLayer[] {
  return [
    {
      id: `${paint.id}-casing`,
      type: 'line',
      filter: isLine,
      minzoom: 12,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': paint.halo, 'line-width': grows([12, 4], [17, 9]), 'line-opacity': 0.85 },
    },
    {
      id: `${paint.id}-line`,
      type: 'line',
      filter: isLine,
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: {
        'line-color': paint.colour,
        'line-width': grows([9, 1.2], [13, 2.6], [17, 5]),
        'line-dasharray': dashes(paint, stages),
      },
    },
  ]
}

/** Hollow while it is thought of, a thick ring once agreed, filled once done, faint when it is over. */
export function pointMark(paint: Paint, stages: Stages, dense = false): StyleLayer {
  const size = dense ? 0.6 : 1
  const ring = (values: { thought: number; agreed: number; done: number; over: number }) =>
    byStage(paint, stages, values)
  return {
    id: `${paint.id}-point`,
    type: 'circle',
    filter: isPoint,
    paint: {
      'circle-radius': grows([9, 2.5 * size], [12, 5 * size], [14, 9 * size], [17, 13 * size]),
      'circle-color': byStage<string | Expression>(paint, stages, {
        thought: paint.ground,
        agreed: paint.ground,
        done: paint.colour,
        over: paint.ground,
      }),
      'circle-opacity': byStage(paint, stages, { thought: 1, agreed: 1, done: 1, over: 0.5 }),
      'circle-stroke-color': byStage<string | Expression>(paint, stages, {
        thought: paint.colour,
        agreed: paint.colour,
        done: paint.ground,
        over: paint.colour,
      }),
      'circle-stroke-width': grows(
        [9, ring({ thought: 1, agreed: 1.5, done: 0.5, over: 0.75 })],
        [14, ring({ thought: 1.5 * size, agreed: 3.5 * size, done: 1.5 * size, over: size })],
      ),
      'circle-stroke-opacity': byStage(paint, stages, { thought: 1, agreed: 1, done: 1, over: 0.6 }),
    },
  }
}

/** The layer's image: the client draws it when it is asked for by the layer's id. */
const icon = (
  paint: Paint,
  part: string,
  filter: Expression,
): StyleLayer & { layout: object; paint: object } => ({
  id: `${paint.id}-${part}-icon`,
  type: 'symbol',
  filter,
  minzoom: 13,
  layout: {
    'icon-image': paint.id,
    'icon-size': grows([13, 0.7], [17, 1.1]),
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
  paint: { 'icon-color': paint.colour, 'icon-halo-color': paint.halo, 'icon-halo-width': 2 },
})

/** On the mark of a point, in the ink that reads on it. */
export function pointIcon(paint: Paint, stages: Stages, dense = false): StyleLayer {
  const base = icon(paint, 'point', isPoint)
  const { colour, onColour } = paint
  return {
    ...base,
    minzoom: dense ? 16 : 13,
    layout: {
      ...base.layout,
      'icon-size': dense ? grows([16, 0.55], [18, 0.8]) : grows([13, 0.7], [17, 1.1]),
    },
    paint: {
      'icon-color': byStage<string | Expression>(paint, stages, {
        thought: colour,
        agreed: colour,
        done: onColour,
        over: colour,
      }),
    },
  }
}

/** In the middle of an area. */
const areaIcon = (paint: Paint): StyleLayer => icon(paint, 'area', isArea)

/** Upright in the middle of a line. */
function lineIcon(paint: Paint): StyleLayer {
  const base = icon(paint, 'line', isLine)
  return {
    ...base,
    minzoom: 14,
    layout: { ...base.layout, 'symbol-placement': 'line-center', 'icon-rotation-alignment': 'viewport' },
  }
}

/** What an object is called, under its mark and out of the way of others. */
export function labelMark(paint: Paint, property: string): StyleLayer {
  return {
    id: `${paint.id}-label`,
    type: 'symbol',
    minzoom: 15,
    layout: {
      'text-field': ['coalesce', ['get', property], ''],
      'text-size': grows([15, 11], [18, 13]),
      'text-anchor': 'top',
      'text-offset': [0, 1.3],
      'text-max-width': 9,
      'text-padding': 6,
    },
    paint: { 'text-color': paint.text, 'text-halo-color': paint.halo, 'text-halo-width': 1.5 },
  }
}
