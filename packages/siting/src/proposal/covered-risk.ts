import { isRefusal } from '@trygghetskartan/geo'
import { pointGrid, type Site } from '../candidates/site.ts'
import type { CoverMatrix } from '../coverage/problem.ts'
import type { SitingMeasure } from '../ground/measure.ts'
import { areaOf } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import type { Text } from '../reports/text.ts'
import type { RiskPart } from '../risk/settings.ts'
import type { RiskSurface } from '../risk/surface.ts'
import { darkPoints } from './dark-points.ts'
import { demandRows, type RowCover, rowsCovered, tellRows } from './demand-rows.ts'
import { type CoverTerms, measureCover, usualTerms } from './measure-cover.ts'

/** Rows of covered demand as a matrix. */
export function matrixOf(rows: readonly RowCover[]): CoverMatrix {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    starts[at + 1] = starts[at]! + row.length
  })
  const indices = new Int32Array(starts[rows.length]!)
  const shares = new Float64Array(indices.length)
  let k = 0
  for (const row of rows)
    for (const [index, share] of row) {
      indices[k] = index
      shares[k++] = share
    }
  return { starts, indices, shares }
}

/** What planned measures cover of the risk, beyond those that stand. Points of the area's 100. */
export interface CoveredRisk {
  /** Existing measures included. */
  readonly covered: number
  readonly existing: number
  readonly addedByPart: Partial<Record<RiskPart, number>>
  /** 168 numbers. */
  readonly addedByHour: number[]
  /** Measures that cannot be reckoned with, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: Text }[]
  readonly assumptions: readonly Text[]
}

/**
 * Risk covered by measures that stand (those of the ground) and by planned ones. A point counts by the best of what covers
 * it at each hour, so two measures at one place are not counted twice. `darkBelow`: lux under which a lamp helps.
 */
export function riskCovered(
  town: Town,
  surface: RiskSurface,
  planned: readonly SitingMeasure[],
  {
    luminaires,
    darkBelow,
    ...more
  }: { readonly luminaires: LuminaireFiles; readonly darkBelow: number } & Partial<CoverTerms>,
): CoveredRisk {
  const terms: CoverTerms = { ...usualTerms, ...more, luminaires }
  const site: Site = {
    town,
    study: areaOf([]),
    excluded: [],
    surface,
    points: pointGrid(surface),
    dark: darkPoints(town, surface, darkBelow, luminaires).dark,
  }
  const rows = demandRows(surface, [surface.dark])
  const leftOut: { id: string; reason: Text }[] = []
  const assumptions: Text[] = []
  const raise = (measures: readonly SitingMeasure[], from: Float64Array): Float64Array => {
    const best = from.slice()
    for (const measure of measures) {
      const own = measureCover(site, measure, terms)
      if (isRefusal(own)) {
        leftOut.push({ id: measure.id, reason: own.text })
        continue
      }
      for (const { sv, en } of own.assumptions)
        assumptions.push({ sv: `${measure.title}: ${sv}`, en: `${measure.title}: ${en}` })
      for (const [row, share] of rowsCovered(rows, own.hours)(own.cover))
        best[row] = Math.max(best[row]!, share)
    }
    return best
  }
  const before = raise(town.ground.measures, new Float64Array(rows.weight.length))
  const after = raise(planned, before)
  const weigh = (shares: Float64Array) =>
    shares.reduce((sum, share, row) => sum + share * rows.weight[row]!, 0)
  const told = tellRows(
    rows,
    after.map((share, row) => share - before[row]!),
  )
  return {
    covered: weigh(after),
    existing: weigh(before),
    addedByPart: told.byPart,
    addedByHour: told.byHour,
    leftOut,
    assumptions,
  }
}
