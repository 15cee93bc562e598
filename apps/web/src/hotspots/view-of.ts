import type { AnalysisQuestion, StudyArea as AreaInMetres } from '@trygghetskartan/analysis'
import { clusterDistance } from './analysis-of.ts'
import { dateOf } from './days.ts'
import { inDegrees } from './degrees.ts'
import { type HotspotView, mostCorners, type Place, type StudyArea } from './hotspot-view.ts'
import { usualCell } from './question-of.ts'

export interface OpenedView {
  readonly hotspots: HotspotView
  readonly from?: string
  readonly to?: string
}

/**
 * The view that asks what a saved analysis asked: the other way from `analysisOf`. null for kinds that the hotspot face does not
 * ask, and for an area too detailed for an address.
 */
export function viewOf(asked: AnalysisQuestion): OpenedView | null {
  if (asked.kind === 'effect' || asked.kind === 'hours') return null
  const area = asked.area ? areaFrom(asked.area) : undefined
  if (area === null) return null
  const { hoursOfWeek, kinds, sources } = asked.filter
  return {
    hotspots: {
      ...methodOf(asked),
      ...(kinds && { kinds }),
      ...(hoursOfWeek && { hours: hoursOfWeek }),
      ...(sources && { sources }),
      ...(area && { area }),
    },
    ...periodOf(asked),
  }
}

type Shown = Exclude<AnalysisQuestion, { kind: 'effect' | 'hours' }>

function methodOf(asked: Shown): Pick<HotspotView, 'method' | 'shape' | 'cell' | 'bandwidth' | 'against'> {
  switch (asked.kind) {
    case 'hotspots':
    case 'prediction': {
      const { method } = asked
      if (method.name === 'density')
        return { method: 'density', ...(method.bandwidth !== null && { bandwidth: method.bandwidth }) }
      return method.cells.kind === 'street' ? { method: 'streets' } : cellsOf(method.cells)
    }
    case 'trend':
      return { method: 'trend', ...cellsOf(asked.cells) }
    case 'change': {
      const { before, after } = asked
      return { ...cellsOf(asked.cells), against: before.until === after.from ? 'before' : 'year' }
    }
    case 'clusters': {
      const { distance } = asked.parameters
      return { method: 'clusters', ...(distance !== clusterDistance && { bandwidth: distance }) }
    }
    case 'places':
      return { method: 'places' }
    case 'knox':
      return { method: 'near' }
  }
}

const cellsOf = ({ kind, size }: { readonly kind: 'square' | 'hexagon'; readonly size: number }) => ({
  ...(kind === 'square' && { shape: kind }),
  ...(size !== usualCell && { cell: size }),
})

function periodOf(asked: Shown): { from?: string; to?: string } {
  const dates = (from: number | null, until: number | null) => ({
    ...(from !== null && { from: dateOf(Math.floor(from / 1440)) }),
    ...(until !== null && { to: dateOf(Math.ceil(until / 1440) - 1) }),
  })
  if (asked.kind === 'change') return dates(asked.after.from, asked.after.until)
  if (asked.kind !== 'trend') return dates(asked.filter.from, asked.filter.until)
  const { until, count, days } = asked.periods
  return dates(until - count * days * 1440, until)
}

/** Corners of the ground where anything has happened lie on such a mesh, in metres. */
const mesh = 100

/** undefined for the ground where anything has happened, which an address need not name; null for what it cannot. */
function areaFrom(area: AreaInMetres): StudyArea | null | undefined {
  if (area.polygons.flat(2).every(([x, y]) => x % mesh === 0 && y % mesh === 0)) return undefined
  const [rings, ...others] = inDegrees(area)
  const [ring, ...holes] = rings ?? []
  if (!ring || others.length > 0 || holes.length > 0 || ring.length - 1 > mostCorners) return null
  const tidy = ring.slice(0, -1).map(([lon, lat]): Place => [Number(lon.toFixed(5)), Number(lat.toFixed(5))])
  return { of: 'ring', ring: tidy }
}
