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

/** The mark of each kind of geometry a layer has, its icon and, close up, its name. Bottom first. */
export function marks(paint: Paint, options: { stages?: Stages; label?: string } = {}): StyleLayer[] {
  const { geometry } = paint
  const stages = options.stages ?? plain
  return [
    ...(geometry.some((kind) => kind.endsWith('Polygon')) ? areaMarks(paint, stages) : []),
    ...(geometry.includes('LineString') ? lineMarks(paint, stages) : []),
    ...(geometry.includes('Point') ? [pointMark(paint, stages)] : []),
    iconMark(paint, stages),
    labelMark(paint, options.label ?? 'title'),
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

const isPolygon: Expression = ['==', ['geometry-type'], 'Polygon']
const isLine: Expression = ['==', ['geometry-type'], 'LineString']
const isPoint: Expression = ['==', ['geometry-type'], 'Point']

const grows = (...stops: [zoom: number, value: number | Expression][]): Expression => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.flat(),
]

export function areaMarks(paint: Paint, stages: Stages): StyleLayer[] {
  const strength = paint.flavour === 'light' ? 1 : 1.3
  return [
    {
      id: `${paint.id}-area`,
      type: 'fill',
      filter: isPolygon,
      paint: {
        'fill-color': paint.colour,
        'fill-opacity': byStage(paint, stages, {
          thought: 0.07 * strength,
          agreed: 0.12 * strength,
          done: 0.2 * strength,
          over: 0.04 * strength,
        }),
        'fill-antialias': false,
      },
    },
    {
      id: `${paint.id}-outline`,
      type: 'line',
      filter: isPolygon,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': paint.colour,
        'line-width': grows([9, 1], [13, 1.6], [17, 2.6]),
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
export function pointMark(paint: Paint, stages: Stages): StyleLayer {
  return {
    id: `${paint.id}-point`,
    type: 'circle',
    filter: isPoint,
    paint: {
      'circle-radius': grows([9, 2.5], [12, 5], [14, 10], [17, 13]),
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
        [9, byStage(paint, stages, { thought: 1, agreed: 1.5, done: 0.5, over: 0.75 })],
        [14, byStage(paint, stages, { thought: 1.5, agreed: 3.5, done: 1.5, over: 1 })],
      ),
      'circle-stroke-opacity': byStage(paint, stages, { thought: 1, agreed: 1, done: 1, over: 0.6 }),
    },
  }
}

/** The layer's image: on the mark of a point, in the middle of an area, along a line. The client draws it when asked for. */
export function iconMark(paint: Paint, stages: Stages): StyleLayer {
  const onPoint = byStage<string | Expression>(paint, stages, {
    thought: paint.colour,
    agreed: paint.colour,
    done: paint.onColour,
    over: paint.colour,
  })
  const several = paint.geometry.length > 1
  return {
    id: `${paint.id}-icon`,
    type: 'symbol',
    minzoom: 13,
    layout: {
      'icon-image': paint.id,
      'icon-size': grows([13, 0.75], [17, 1.1]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: {
      'icon-color': !paint.geometry.includes('Point')
        ? paint.colour
        : several
          ? ['case', isPoint, onPoint, paint.colour]
          : onPoint,
      'icon-halo-color': paint.halo,
      'icon-halo-width': several ? ['case', isPoint, 0, 2] : paint.geometry.includes('Point') ? 0 : 2,
    },
  }
}

export function labelMark(paint: Paint, property: string): StyleLayer {
  return {
    id: `${paint.id}-label`,
    type: 'symbol',
    minzoom: 15,
    layout: {
      'text-field': ['coalesce', ['get', property], ''],
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 1.4],
      'text-max-width': 9,
      'text-padding': 4,
    },
    paint: { 'text-color': paint.text, 'text-halo-color': paint.halo, 'text-halo-width': 1.5 },
  }
}
