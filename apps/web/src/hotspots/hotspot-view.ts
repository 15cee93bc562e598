import type { HotspotTexts } from './hotspot-parameters.ts'
import { readWeekHours, type WeekHours, writeWeekHours } from './week-hours.ts'

export const methods = ['gi', 'density', 'clusters', 'trend', 'near', 'places', 'streets'] as const
export type Method = (typeof methods)[number]
export const shapes = ['hexagon', 'square'] as const
export type CellShape = (typeof shapes)[number]
/** Compared with as long a time just before, or with the same days a year earlier. */
export const comparisons = ['before', 'year'] as const
export type Comparison = (typeof comparisons)[number]

export type Place = readonly [lon: number, lat: number]

/** Where one looks. Absent: the whole municipality. Degrees. */
export type StudyArea =
  | { readonly of: 'box'; readonly box: readonly [west: number, south: number, east: number, north: number] }
  | { readonly of: 'ring'; readonly ring: readonly Place[] }
  | { readonly of: 'object'; readonly layer: string; readonly id: string }

/** What is asked of what has happened, beside the period: the part of a view that the hotspot face reads. */
export interface HotspotView {
  readonly method?: Method
  /** Absent: all. */
  readonly kinds?: readonly string[]
  /** Absent: all hours. */
  readonly hours?: WeekHours
  /** Absent: all that can be placed. */
  readonly sources?: readonly string[]
  readonly shape?: CellShape
  /** Metres across a cell. */
  readonly cell?: number
  /** Metres. */
  readonly bandwidth?: number
  readonly area?: StudyArea
  readonly against?: Comparison
}

export const cellSizes = { least: 25, most: 2000 } as const
export const bandwidths = { least: 25, most: 5000 } as const
/** Corners of a drawn area. */
export const mostCorners = 60

/** Reads a view from the address; what is malformed is left out. undefined: nothing is said. */
export function readHotspotView(texts: HotspotTexts): HotspotView | undefined {
  const text = (key: keyof HotspotTexts) => texts[key] ?? ''
  const hours = readWeekHours(text('hours'))
  const area = readArea(text('area'))
  const [kinds, sources] = [readNames(text('kinds')), readNames(text('sources'))]
  const cell = readMetres(text('cell'), cellSizes)
  const bandwidth = readMetres(text('bandwidth'), bandwidths)
  const [method, shape, against] = [
    oneOf(methods, text('method')),
    oneOf(shapes, text('shape')),
    oneOf(comparisons, text('against')),
  ]
  const view: HotspotView = {
    ...(method && { method }),
    ...(kinds && { kinds }),
    ...(hours && { hours }),
    ...(sources && { sources }),
    ...(shape && { shape }),
    ...(cell && { cell }),
    ...(bandwidth && { bandwidth }),
    ...(area && { area }),
    ...(against && { against }),
  }
  return Object.keys(view).length > 0 ? view : undefined
}

/** The inverse, as texts for the address. */
export const writeHotspotView = (view: HotspotView | undefined): HotspotTexts => ({
  method: view?.method,
  kinds: view?.kinds?.join(','),
  hours: view?.hours && writeWeekHours(view.hours),
  sources: view?.sources?.join(','),
  shape: view?.shape,
  cell: view?.cell?.toString(),
  bandwidth: view?.bandwidth?.toString(),
  area: view?.area && writeArea(view.area),
  against: view?.against,
})

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text)

function readNames(text: string): readonly string[] | undefined {
  const names = text.split(',').filter((one) => /^[\w.-]{1,64}$/.test(one))
  return names.length > 0 ? [...new Set(names)] : undefined
}

function readMetres(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const metres = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return metres >= least && metres <= most ? metres : undefined
}

/** `box:w,s,e,n`, `ring:lon,lat_lon,lat_…` or `layer:id`; five decimals are a metre. */
function writeArea(area: StudyArea): string {
  const tidy = (degrees: number) => String(Number(degrees.toFixed(5)))
  switch (area.of) {
    case 'box':
      return `box:${area.box.map(tidy).join(',')}`
    case 'ring':
      return `ring:${area.ring.map((place) => place.map(tidy).join(',')).join('_')}`
    case 'object':
      return `${area.layer}:${area.id}`
  }
}

function readArea(text: string): StudyArea | undefined {
  const [of = '', what = '', ...rest] = text.split(':')
  if (rest.length > 0 || what === '') return undefined
  if (of === 'box') {
    const sides = what.split(',').map(readDegrees)
    const [west, south, east, north] = sides
    const sound = sides.length === 4 && sides.every(Number.isFinite) && west! < east! && south! < north!
    return sound ? { of, box: [west!, south!, east!, north!] } : undefined
  }
  if (of === 'ring') {
    const ring = what.split('_').map((place) => place.split(',').map(readDegrees))
    const sound = ring.every((place) => place.length === 2 && place.every(Number.isFinite))
    return sound && ring.length >= 3 && ring.length <= mostCorners
      ? { of, ring: ring as unknown as Place[] }
      : undefined
  }
  return /^[a-z][a-z0-9_]{0,62}$/.test(of) && /^[\w-]{1,64}$/.test(what)
    ? { of: 'object', layer: of, id: what }
    : undefined
}

const readDegrees = (text: string): number => {
  const degrees = text.trim() === '' ? Number.NaN : Number(text)
  return Math.abs(degrees) <= 180 ? degrees : Number.NaN
}
