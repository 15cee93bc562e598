import type { Text } from '@trygghetskartan/layers'
import type { ChangesData, ReportsData } from '../contract-pictures.ts'
import type { CountedRow, ReportRow } from '../queries/picture-figures.ts'
import { incidentKinds, outside, unplaced } from './sections.ts'
import { type Beside, discovery, weekCount, weekCounts } from './week-count.ts'

/** The week, the weeks before it (newest first), the same weeks of earlier years. */
export interface Weeks {
  readonly week: string
  readonly recent: readonly string[]
  readonly same: readonly string[]
  /** How much of the week is over, 0 to 1. */
  readonly gone: number
}

const rowOf = (area: string | null): string => (area === null ? unplaced : area === '' ? outside : area)

/** Incidents of the week by area and kind, each count beside the weeks before and the same weeks of earlier years. */
export function changesOf(
  rows: readonly CountedRow[],
  titles: readonly string[],
  weeks: Weeks,
  source: ChangesData['source'],
): ChangesData {
  const areas = [...titles, outside, unplaced]
  const kinds = [...incidentKinds]
  const counts = new Map<string, number>()
  const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n)
  for (const { week, area, kind, n } of rows)
    for (const key of [`${rowOf(area)}\n${kind}`, `${rowOf(area)}\n`, `\n${kind}`, '\n'])
      add(`${week}\n${key}`, n)
  const beside = (area: string, kind: string): Beside => {
    const of = (week: string) => counts.get(`${week}\n${area}\n${kind}`) ?? 0
    return { n: of(weeks.week), before: weeks.recent.map(of), same: weeks.same.map(of), gone: weeks.gone }
  }
  const all = weekCounts(areas.flatMap((area) => kinds.map((kind) => beside(area, kind))))
  const cells = areas.map((_, i) => all.slice(i * kinds.length, (i + 1) * kinds.length))
  return {
    ...{ areas, kinds, cells },
    byArea: weekCounts(areas.map((area) => beside(area, ''))),
    byKind: weekCounts(kinds.map((kind) => beside('', kind))),
    total: weekCount(beside('', '')),
    leftOut: { imprecise: beside(unplaced, '').n },
    compared: { counts: all.filter(({ n, recent }) => n + recent > 0).length, falseDiscovery: discovery },
    source,
  }
}

/** Incidents of the week by area and group of kinds: what is to be suppressed. */
export const tableOf = (
  rows: readonly CountedRow[],
  week: string,
  areas: readonly string[],
  groups: readonly { readonly kinds: readonly string[] }[],
): number[][] =>
  areas.map((area) =>
    groups.map(({ kinds }) =>
      rows
        .filter((row) => row.week === week && rowOf(row.area) === area && kinds.includes(row.kind))
        .reduce((sum, { n }) => sum + n, 0),
    ),
  )

/** Incidents of the week by part of the week and three-hour block, those of no known hour last. */
export const blocksOf = (
  hours: readonly { readonly weekday: number; readonly hour: number | null; readonly n: number }[],
  days: readonly { readonly weekdays: readonly number[] }[],
): number[][] =>
  days.map(({ weekdays }) => {
    const row = Array.from({ length: 9 }, () => 0)
    for (const { weekday, hour, n } of hours)
      if (weekdays.includes(weekday)) row[hour === null ? 8 : Math.floor(hour / 3)]! += n
    return row
  })

/** Reports of the week by reason and area. */
export function reportsOf(rows: readonly ReportRow[], weeks: Weeks): ReportsData {
  const sum = (week: string, which: (row: ReportRow) => boolean = () => true) =>
    rows.filter((row) => row.week === week && which(row)).reduce((total, { n }) => total + n, 0)
  const beside = (which?: (row: ReportRow) => boolean) =>
    weekCount({
      n: sum(weeks.week, which),
      before: weeks.recent.map((week) => sum(week, which)),
      same: weeks.same.map((week) => sum(week, which)),
      gone: weeks.gone,
    })
  const reasons = [...new Set(rows.map(({ reason }) => reason))].sort()
  const places = new Map<string, number>()
  for (const { week, area, n } of rows)
    if (week === weeks.week) places.set(area ?? outside, (places.get(area ?? outside) ?? 0) + n)
  return {
    reportTotal: beside(),
    byReason: reasons
      .map((reason) => ({ reason, count: beside((row) => row.reason === reason) }))
      .filter(({ count }) => count.n + count.before > 0)
      .sort((a, b) => b.count.n - a.count.n || (a.reason < b.reason ? -1 : 1)),
    byPlace: [...places]
      .map(([area, n]) => ({ area, n }))
      .sort((a, b) => b.n - a.n || (a.area < b.area ? -1 : 1)),
    observed: null,
  }
}

/** Reporters' observations of the week by kind. */
export function observedOf(
  rows: readonly { readonly week: string; readonly kind: Text; readonly n: number }[],
  weeks: Weeks,
): NonNullable<ReportsData['observed']> {
  const sum = (week: string) => rows.filter((row) => row.week === week).reduce((total, { n }) => total + n, 0)
  return {
    total: weekCount({
      n: sum(weeks.week),
      before: weeks.recent.map(sum),
      same: weeks.same.map(sum),
      gone: weeks.gone,
    }),
    byKind: rows.filter(({ week }) => week === weeks.week).map(({ kind, n }) => ({ kind, n })),
  }
}
