import { sumPublished, weekBegins, weekEnds, weeksOfThird } from '@trygghetskartan/analysis'
import type { ChangesData, PictureRollup, SharedTable } from '../contract-pictures.ts'
import type { Sql } from '../database/database.ts'
import {
  type Asked,
  readPictureDecisions,
  readPictures,
  readSections,
  readTasks,
  type StoredSection,
} from '../queries/pictures.ts'

type Sum = PictureRollup['total']

/**
 * Four months of signed pictures added up. The shared one is made of what was published each week and of nothing else: it can tell
 * nothing that the weeks do not.
 */
export async function readPictureRollup(
  sql: Sql,
  asked: Asked,
  third: string,
  { municipality, today }: { municipality: string; today: string },
): Promise<PictureRollup> {
  const weeks = weeksOfThird(third)
  const stored = await readPictures(sql, asked)
  const signed = weeks.filter((week) => stored.some((one) => one.week === week && one.state === 'signed'))
  const pictures = new Map<string, readonly StoredSection[]>()
  for (const week of signed) pictures.set(week, await readSections(sql, asked, week))
  const dataOf = (week: string, kind: StoredSection['kind']) =>
    pictures.get(week)?.find((section) => section.kind === kind)?.data
  const decisions: PictureRollup['decisions'] = []
  const tasks = new Map<string, PictureRollup['tasks'][number]>()
  for (const week of signed) {
    for (const one of await readPictureDecisions(sql, asked, week)) decisions.push({ ...one, week })
    // The last week that tells of a task knows best.
    for (const one of await readTasks(sql, asked, week)) tasks.set(one.id, { ...one, week })
  }
  const sums = asked.shared
    ? sharedSums(signed.flatMap((week) => dataOf(week, 'changes')?.table ?? []))
    : internalSums(signed.flatMap((week) => (dataOf(week, 'changes') as ChangesData | undefined) ?? []))
  return {
    ...{ third, municipality },
    version: asked.shared ? 'shared' : 'internal',
    from: weekBegins(weeks[0]!),
    to: weekEnds(weeks.at(-1)!),
    weeks: weeks
      .filter((week) => weekEnds(week) < today)
      .map((week) => {
        const data = dataOf(week, 'summary')
        const n = asked.shared ? data?.sharedTotal : data?.incidents?.n
        return { week, signed: signed.includes(week), n: n ?? null, reports: data?.reports?.n ?? null }
      }),
    ...sums,
    measures: signed.flatMap((week) =>
      (dataOf(week, 'measures')?.done ?? []).map((line) => ({ ...line, week })),
    ),
    decisions,
    tasks: [...tasks.values()],
    summaries: signed.map((week) => ({
      week,
      text: pictures.get(week)?.find(({ kind }) => kind === 'summary')?.text ?? '',
    })),
  }
}

type Sums = Pick<PictureRollup, 'areas' | 'kinds' | 'cells' | 'byArea' | 'byKind' | 'total'>

function sharedSums(tables: readonly SharedTable[]): Sums {
  // Areas that came or went during the time have rows of their own.
  const areas = [...new Set(tables.flatMap(({ rows }) => rows))]
  const kinds = tables[0]?.columns ?? []
  const none = kinds.map(() => null)
  const { cells, rowTotals, columnTotals, total } = sumPublished(
    tables.map((table) => {
      const at = (area: string) => table.rows.indexOf(area)
      return {
        ...table,
        cells: areas.map((area) => table.cells[at(area)] ?? none),
        rowTotals: areas.map((area) => table.rowTotals[at(area)] ?? null),
      }
    }),
  )
  return {
    ...{ areas, kinds, total },
    cells: cells.map((row) => [...row]),
    byArea: [...rowTotals],
    byKind: [...columnTotals],
  }
}

function internalSums(weeks: readonly ChangesData[]): Sums {
  const areas = [...new Set(weeks.flatMap((week) => week.areas))]
  const kinds = weeks[0]?.kinds ?? []
  const over = (pick: (week: ChangesData) => number | undefined): Sum => ({
    atLeast: weeks.reduce((sum, week) => sum + (pick(week) ?? 0), 0),
    withheld: 0,
  })
  return {
    ...{ areas, kinds },
    cells: areas.map((area) =>
      kinds.map((_, kind) => over((week) => week.cells[week.areas.indexOf(area)]?.[kind]?.n)),
    ),
    byArea: areas.map((area) => over((week) => week.byArea[week.areas.indexOf(area)]?.n)),
    byKind: kinds.map((_, kind) => over((week) => week.byKind[kind]?.n)),
    total: over((week) => week.total.n),
  }
}
