import { createHash } from 'node:crypto'
import { shareInterval } from '@trygghetskartan/analysis'
import { fromWgs84 } from '@trygghetskartan/geo'
import { layers } from '@trygghetskartan/layers'
import {
  type Batch,
  batchesOf,
  type Catchments,
  catchmentsOf,
  firstDay,
  inForce,
  monthNumber,
  type Rules,
  referencesOf,
  ringOfSquare,
  rules as shippedRules,
  snap,
  squareOf,
  tellSquare,
  tellTogether,
} from '@trygghetskartan/privacy'
import { readGroundInMetres } from '../coarsening/read-ground.ts'
import type { ReleaseArea } from '../contract-releases.ts'
import type { Sql } from '../database/database.ts'
import {
  type CellRow,
  countMeasures,
  keepBatches,
  keepKnown,
  keepRelease,
  layCells,
  readAreas,
  readBatches,
  readCells,
  readReleases,
  readUnknownReports,
  readWaiting,
} from '../queries/releases.ts'
import { digestOf } from './content.ts'

export interface ReleaseOptions {
  /** The last month it holds, by its number. */
  readonly month: number
  readonly demo?: boolean
  /** Others than the shipped are for showing that an attack bites. */
  readonly rules?: Rules
  /** Told as each part of the work begins. */
  readonly onPart?: (part: ReleasePart) => void
}

export type ReleasePart = 'ground' | 'reports' | 'batches' | 'cells' | 'measures' | 'keeping'

export type Made =
  | { readonly kind: 'made'; readonly squares: number; readonly told: number; readonly batches: number }
  /** There is one of that month or a later. */
  | { readonly kind: 'there' }
  /** The ground knows too few addresses. */
  | { readonly kind: 'no-ground' }

/** Makes the release of a month, in the owner's transaction. One that is there is never made again. */
export async function makeRelease(
  sql: Sql,
  { month, demo = false, rules = shippedRules, onPart = () => {} }: ReleaseOptions,
): Promise<Made> {
  const [last] = await readReleases(sql, 'public')
  if (last && monthNumber(last.month) >= month) return { kind: 'there' }
  onPart('ground')
  const ground = await readGroundInMetres(sql, rules)
  const catchments = catchmentsOf(ground.addresses, ground.areas, rules)
  const squares = squaresOf(catchments, rules)
  if (squares.size === 0) return { kind: 'no-ground' }

  onPart('reports')
  await learnReports(sql, month, catchments, rules)
  onPart('batches')
  const oldest = firstDay(month - rules.months + 1)
  const waiting = await readWaiting(sql, oldest)
  const earlier = (await readBatches(sql, oldest)).map(
    ({ day, ...batch }): Batch => ({ ...batch, month: monthNumber(day) }),
  )
  const made = batchesOf(
    month,
    waiting.map((row) => ({ ...row, since: monthNumber(row.since) })),
    earlier,
    squares,
    rules,
  )
  await keepBatches(sql, made, demo)
  const current = inForce([...earlier, ...made], month, rules)

  onPart('cells')
  const told = tellSquares(squares, current, { month, demo, rules })
  await layCells(sql, told)
  onPart('measures')
  const measures = new Map<string, { done: number; coming: number }>()
  for (const layer of layers.filter(({ measure, audiences }) => measure && audiences.public))
    for (const { name, done, coming } of await countMeasures(sql, layer.id)) {
      const sum = measures.get(name) ?? { done: 0, coming: 0 }
      measures.set(name, { done: sum.done + done, coming: sum.coming + coming })
    }
  const own = (name: string) => current.filter((batch) => batch.of === 'area' && batch.name === name)
  const toldAreas = (await readAreas(sql)).map(({ name, survey }): ReleaseArea => {
    const parts = told
      .filter(({ area }) => area === name)
      .map(({ level, about }) => ({ level, categories: about }))
    const { level, categories } = tellTogether(parts, own(name), rules)
    const count = (wanted: string) => parts.filter((part) => part.level === wanted).length
    return {
      name,
      level,
      about: [...categories],
      squares: { some: count('some'), many: count('many'), all: parts.length },
      ...(measures.get(name) ?? { done: 0, coming: 0 }),
      survey: { ...survey, ...intervalOf(survey) },
    }
  })
  const outside = told.filter(({ area }) => area === null)
  const parts = [
    ...toldAreas.map(({ level }) => ({ level, categories: [] })),
    ...outside.map(({ level }) => ({ level, categories: [] })),
  ]
  const release = {
    month: firstDay(month),
    rules,
    town: tellTogether(parts, [], rules).level,
    areas: toldAreas,
    before: last?.sha256 ?? null,
  }
  onPart('keeping')
  await keepRelease(sql, { ...release, sha256: digestOf(release, await readCells(sql)), demo })
  return {
    kind: 'made',
    squares: told.length,
    told: told.filter(({ level }) => level !== 'none_or_few').length,
    batches: made.length,
  }
}

/** Squares with a reference point, each with the areas it stands for. */
function squaresOf(catchments: Catchments, { grid }: Rules): Map<string, Set<string>> {
  const squares = new Map<string, Set<string>>()
  for (const { at, area } of referencesOf(catchments)) {
    const name = squareOf(at, grid)
    squares.set(name, (squares.get(name) ?? new Set()).add(area))
  }
  return squares
}

/** Keeps of each report that came up to the month, and that no release knows, the square it is told in. */
async function learnReports(sql: Sql, month: number, catchments: Catchments, rules: Rules): Promise<void> {
  const found = await readUnknownReports(sql, firstDay(month - rules.months + 1), firstDay(month + 1))
  const since = firstDay(month)
  await keepKnown(
    sql,
    found.flatMap(({ report, support, lon, lat, reasons }) => {
      const reference = snap(fromWgs84(rules.grid.srid, [lon, lat]), catchments, rules)
      return reference
        ? [
            {
              report,
              support,
              reasons,
              since,
              area: reference.area,
              square: squareOf(reference.at, rules.grid),
            },
          ]
        : []
    }),
  )
}

/** Every square in the order of its name, with what is told of it. One whose reference points are of several areas is told as the first's. */
function tellSquares(
  squares: ReadonlyMap<string, ReadonlySet<string>>,
  current: readonly Batch[],
  { month, demo, rules }: Required<Omit<ReleaseOptions, 'onPart'>>,
): CellRow[] {
  const bySquare = Map.groupBy(
    current.filter(({ of }) => of === 'square'),
    ({ name }) => name,
  )
  const names = [...new Set([...squares.keys(), ...bySquare.keys()])].sort()
  return names.map((title) => {
    const { level, categories } = tellSquare(title, bySquare.get(title) ?? [], rules)
    return {
      id: idOf(title),
      title,
      area: [...(squares.get(title) ?? [])].sort().find((area) => area !== '') ?? null,
      level,
      about: categories,
      month: firstDay(month),
      demo,
      geom: `SRID=4326;POLYGON((${ringOfSquare(title, rules.grid)
        .map(([lon, lat]) => `${lon.toFixed(7)} ${lat.toFixed(7)}`)
        .join(', ')}))`,
    }
  })
}

/** A UUID (version 8: of our own making) that follows from the square alone. */
function idOf(square: string): string {
  const hex = createHash('sha256').update(`safety-map ${square}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function intervalOf({ share, respondents }: Pick<ReleaseArea['survey'], 'share' | 'respondents'>) {
  const interval = shareInterval(share / 100, respondents)
  const points = (value: number) => Math.round(value * 1000) / 10
  return { low: points(interval?.low ?? 0), high: points(interval?.high ?? 1) }
}
