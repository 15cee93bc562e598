import { isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import { placeIn } from './area/place-in.ts'
import { groundOf } from './cell-ground.ts'
import { discoveryClasses, discoveryQ } from './false-discovery-rate.ts'
import { gather } from './gather.ts'
import { giStar, giStarPermuted } from './gi-star.ts'
import type { Binned } from './grids/bin.ts'
import type { HotspotMethod, HotspotQuestion } from './hotspot-question.ts'
import { refuseSelection, remarksOnCells, remarksOnSelection } from './hotspot-remarks.ts'
import { type CellFigures, type HotspotResult, hotspotsVersion } from './hotspot-result.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { type Selection, selectIncidents } from './incidents/filter.ts'
import { kernelDensity } from './kernel-density.ts'
import { checkRuns } from './knox-checks.ts'
import { localMoran } from './local-moran.ts'
import type { RunControl } from './run-steps.ts'
import { withoutSmallNumbers } from './small-numbers.ts'
import { snappedShare } from './snapped-points.ts'

/** What a question is asked of. */
export interface HotspotData {
  readonly incidents: IncidentColumns
  /** Street lines in metres of the same reference system; where streets are asked for. */
  readonly streets?: readonly (readonly Position[])[]
}

type CellMethod = Exclude<HotspotMethod, { name: 'density' }>

/**
 * Where more happens than elsewhere: the same figures for the same question and incidents, in whatever order, on any machine
 * (of a density to some twelve digits). Refuses what its parts refuse, a selection of one incident or none and one on a
 * single point; ends with a refusal where the signal does.
 */
export async function hotspots(
  data: HotspotData,
  question: HotspotQuestion,
  control: RunControl = {},
): Promise<HotspotResult | Refusal> {
  const { incidents } = data
  const { area, filter, method } = question
  if (area.srid !== incidents.srid)
    throw new RangeError(`An area in EPSG:${area.srid} for incidents in EPSG:${incidents.srid}`)
  const selection = selectIncidents(incidents, filter)
  if (isRefusal(selection)) return selection
  const none = refuseSelection(incidents, selection)
  if (none) return none
  const x = gather(incidents.x, selection.rows)
  const y = gather(incidents.y, selection.rows)
  const found =
    method.name === 'density'
      ? densityOf(x, y, selection, question, method)
      : await cellsOf(data, selection, question, method, control)
  if (isRefusal(found)) return found
  const { binned, figures } = found
  const isIn = placeIn(area)
  let atEdge = 0
  binned.cells?.forEach((cell, k) => {
    if (cell < 0 && isIn(x[k]!, y[k]!)) atEdge++
  })
  return {
    figures,
    n: binned.n,
    total: binned.total,
    spread: selection.spread,
    leftOut: selection.leftOut,
    outside: binned.outside,
    atEdge,
    remarks: [
      ...remarksOnSelection(binned.n, snappedShare(x, y)),
      ...(figures.kind === 'cells' ? remarksOnCells(figures.cells.length, runsOf(method)) : []),
    ],
    parameters: question,
    seed: question.seed,
    srid: area.srid,
    version: hotspotsVersion,
  }
}

const runsOf = (method: HotspotMethod): number | null => (method.name === 'density' ? null : method.runs)

function densityOf(
  x: Float64Array,
  y: Float64Array,
  { weight }: Selection,
  { area }: HotspotQuestion,
  method: Extract<HotspotMethod, { name: 'density' }>,
) {
  const density = kernelDensity({ x, y, weight }, area, method)
  if (isRefusal(density)) return density
  const { n, total, outside } = density
  return { binned: { n, total, outside, cells: null }, figures: { kind: 'density', density } as const }
}

async function cellsOf(
  { incidents, streets }: HotspotData,
  selection: Selection,
  question: HotspotQuestion,
  method: CellMethod,
  control: RunControl,
): Promise<{ readonly binned: Binned; readonly figures: CellFigures } | Refusal> {
  const wrong = method.runs === null ? undefined : checkRuns(method.runs)
  if (wrong) return wrong
  const ground = groundOf(question.area, method.cells, method.neighbours, streets ?? [])
  if (isRefusal(ground)) return ground
  const binned = ground.bin(incidents, selection)
  if (isRefusal(binned)) return binned
  const { cells, neighbours } = ground
  const { counts } = binned
  const values = ground.values(counts)
  if (method.name === 'moran') {
    const moran = await localMoran(values, neighbours, { runs: method.runs, seed: question.seed }, control)
    if (isRefusal(moran)) return moran
    const { i, p, quadrant, level, alone } = moran
    const q = discoveryQ(p)
    return {
      binned,
      figures: { kind: 'cells', cells, counts, values, statistic: i, p, q, classes: level, quadrant, alone },
    }
  }
  const gi =
    method.runs === null
      ? giStar(values, neighbours)
      : await giStarPermuted(values, neighbours, { runs: method.runs, seed: question.seed }, control)
  if (isRefusal(gi)) return gi
  const { z, alone } = gi
  const p = method.runs === null ? withoutSmallNumbers(gi.p, counts, ground.sizes, neighbours) : gi.p
  const [q, classes] = [discoveryQ(p), discoveryClasses(p, z)]
  return {
    binned,
    figures: { kind: 'cells', cells, counts, values, statistic: z, p, q, classes, quadrant: null, alone },
  }
}
