import { addWeeks, suppressTables, weekBegins, weekOf } from '@trygghetskartan/analysis'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { SectionData, SectionKind, SharedTable } from '../contract-pictures.ts'
import type { Database, Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import {
  countHours,
  countIncidents,
  countObservations,
  countReports,
  firstDay,
  readAreas,
  readDue,
  readJointOperations,
  readOperations,
  readPoints,
  readPresence,
  readSource,
  readSteps,
} from '../queries/picture-figures.ts'
import {
  beginPicture,
  type CompiledSection,
  carryTasks,
  holdPicture,
  writeCompiled,
} from '../queries/picture-writing.ts'
import { readPublished } from '../queries/pictures.ts'
import { blocksOf, changesOf, observedOf, reportsOf, tableOf } from './figures.ts'
import { readPictureMaps } from './map/maps.ts'
import { pictureSections, sharedBlocks, sharedDays, sharedGroups } from './sections.ts'
import { today } from './today.ts'
import { recentWeeks } from './week-count.ts'

export interface CompileOptions {
  readonly database: Database
  readonly layers: readonly LayerDefinition[]
  readonly week: string
  readonly now?: Date
  /** A transaction that writes: the caller's own, or the owner's. */
  readonly write: (work: (sql: Sql) => Promise<void>) => Promise<void>
  /** In that transaction, when all is written. */
  readonly onKept?: (sql: Sql) => Promise<void>
}

/** Earlier years whose same weeks are compared with. */
const yearsBack = 3
/** Days after the week in which what is planned is told. */
const daysAhead = 14

/**
 * Compiles the picture of a week from what the police see: begins it, or renews the figures of its draft, and takes along the tasks that are not done.
 * What people wrote stays. 409 where it is frozen or signed.
 */
export async function compilePicture(options: CompileOptions): Promise<void> {
  const { database, layers, week, now = new Date(), write } = options
  const compiled = await database.read('police', (sql) => readFigures(sql, layers, week, now))
  const maps = await readPictureMaps(database, week, compiled)
  await write(async (sql) => {
    await beginPicture(sql, week)
    const held = await holdPicture(sql, week)
    if (held?.state !== 'draft') throw notOpen(held?.state === 'signed')
    await writeCompiled(sql, week, compiled.sections, { ...maps, at: now })
    await carryTasks(sql, week)
    await options.onKept?.(sql)
  })
}

export type Figures = Awaited<ReturnType<typeof readFigures>>

async function readFigures(sql: Sql, layers: readonly LayerDefinition[], week: string, now: Date) {
  const periodOf = (one: string, weeks = 1) => ({
    from: weekBegins(one),
    to: weekBegins(addWeeks(one, weeks)),
  })
  const recent = Array.from({ length: recentWeeks }, (_, i) => addWeeks(week, -1 - i))
  const source = await readSource(sql, [periodOf(recent.at(-1)!, recentWeeks + 1)])
  const first = await firstDay(sql, source)
  const same = sameWeeks(week).filter((one) => first !== null && weekBegins(one) >= first)
  const periods = [periodOf(recent.at(-1)!, recentWeeks + 1), ...same.map((one) => periodOf(one))]
  const period = periodOf(week)
  const counted = await countIncidents(sql, source, periods)
  const hours = await countHours(sql, source, period)
  const reports = await countReports(sql, periods)
  const observations = await countObservations(sql, periods)
  const points = await readPoints(sql, source, period)
  const areas = await readAreas(sql)
  const measures = layers.filter(({ measure, audiences }) => measure && audiences.police)
  const steps = await readSteps(sql, measures, period)
  const ahead = addDays(period.to, daysAhead)
  const due = await readDue(sql, measures, { from: period.from, to: ahead })
  const operations = await readOperations(sql, { from: period.to, to: ahead })
  const joint = await readJointOperations(sql, { from: period.to, to: ahead })
  const presence = await readPresence(sql, period)
  const published = await readPublished(sql, 'police', [addWeeks(week, -1)])

  const weeks = { week, recent, same, gone: goneOf(week, now) }
  const changes = changesOf(
    counted,
    areas.map(({ title }) => title),
    weeks,
    source,
  )
  const [areaTable, blockTable] = suppressTables([
    tableOf(counted, week, changes.areas, sharedGroups),
    blocksOf(hours, sharedDays),
  ])
  const table: SharedTable = { ...areaTable!, rows: changes.areas, columns: sharedGroups.map(({ id }) => id) }
  const blocks: SharedTable = {
    ...blockTable!,
    rows: sharedDays.map(({ id }) => id),
    columns: [...sharedBlocks],
  }
  const tableBefore = published.find(({ kind }) => kind === 'changes')?.data.table ?? null
  const told = { ...reportsOf(reports, weeks), observed: observedOf(observations, weeks) }
  const lines = {
    done: steps.filter(({ status }) => status !== 'decided'),
    decided: steps.filter(({ status }) => status === 'decided'),
    due: due.filter(({ on }) => on !== null && on >= period.to),
    late: due.filter(({ on }) => on !== null && on < period.to),
  }
  // Layers that planners have no view of are the police's own.
  const shared = new Set(measures.filter(({ audiences }) => audiences.planner).map(({ id }) => id))
  const sharedLines = Object.fromEntries(
    Object.entries(lines).map(([key, some]) => [key, some.filter(({ layer }) => shared.has(layer))]),
  ) as typeof lines
  const countsOf = (some: typeof lines) => ({
    done: some.done.length,
    decided: some.decided.length,
    due: some.due.length,
    late: some.late.length,
  })
  const totals = { sharedTotal: table.total, sharedTotalBefore: tableBefore?.total ?? null }
  const data: Record<SectionKind, [internal: SectionData, shared: SectionData]> = {
    summary: [
      {
        incidents: changes.total,
        reports: told.reportTotal,
        observations: told.observed.total,
        measureCounts: countsOf(lines),
      },
      { ...totals, reports: told.reportTotal, measureCounts: countsOf(sharedLines) },
    ],
    changes: [changes, { table, tableBefore }],
    times: [
      {
        grid: gridOf(hours),
        untimed: hours.filter(({ hour }) => hour === null).reduce((sum, { n }) => sum + n, 0),
      },
      { blocks },
    ],
    reports: [told, { ...told, observed: null }],
    measures: [lines, sharedLines],
    operations: [{ operations, presence }, {}],
    assessment: [{}, {}],
    ahead: [{ joint }, { joint }],
  }
  const sections = pictureSections.map(
    ({ kind, title, internal }): CompiledSection => ({
      ...{ kind, title, internal },
      data: data[kind][0],
      sharedData: internal ? null : data[kind][1],
    }),
  )
  return { sections, areas, points, changes, table }
}

/** The same week, the one before and the one after, of earlier years. */
const sameWeeks = (week: string): string[] =>
  Array.from({ length: yearsBack }, (_, i) => {
    const [year = '', number = ''] = week.split('-')
    // Week 53 of a year that has none is its last one.
    const middle = weekOf(
      addDays(weekBegins(`${Number(year) - 1 - i}-01`), 7 * Math.min(51, Number(number) - 1)),
    )
    return [-1, 0, 1].map((by) => addWeeks(middle, by))
  }).flat()

/** How much of a week is over, by days that have passed. */
const goneOf = (week: string, now: Date): number =>
  Math.min(1, Math.max(0, (Date.parse(today(now)) - Date.parse(weekBegins(week))) / (7 * 86_400_000)))

const gridOf = (hours: readonly { weekday: number; hour: number | null; n: number }[]): number[][] => {
  const grid = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { weekday, hour, n } of hours) if (hour !== null) grid[weekday - 1]![hour]! += n
  return grid
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const notOpen = (signed: boolean): ProblemError =>
  new ProblemError('conflict', {
    sv: signed
      ? 'Veckan är signerad och ändras inte mer.'
      : 'Veckan är fryst. Öppna den igen för att ändra i den.',
    en: signed
      ? 'The week is signed and does not change any more.'
      : 'The week is frozen. Open it again to change it.',
  })
