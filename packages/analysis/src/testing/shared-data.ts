import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IncidentColumns } from '../incidents/columns.ts'
import { madeIncidents } from './made-incidents.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data')
/** The data of published cases lies beside the project, for its tests alone: they are skipped where it is missing. */
export const hasSharedData = existsSync(folder)
if (!hasSharedData && process.env.CI) throw new Error(`${folder} is missing`)

export const sharedJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** Rows of a file of comma separated values without quoted commas in the columns before `id`. */
export function sharedRows(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/)
  const names = head!.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? '']))
  })
}

/** Minutes of a day written 2016-09-01. */
export const minuteOf = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000

/** The 1,814 street crimes of York in September 2016: known to the month, moved to shared points of streets. */
export function york(): IncidentColumns {
  const rows = sharedRows('incidents/york-street-crime-2016-09.csv')
  const metre = (Math.PI / 180) * 6_371_000
  const kinds = [...new Set(rows.map(({ category }) => category!))]
  return madeIncidents({
    srid: 27700,
    x: rows.map(({ long }) => 460_000 + (Number(long) + 1.08) * metre * Math.cos((53.96 * Math.PI) / 180)),
    y: rows.map(({ lat }) => 452_000 + (Number(lat) - 53.96) * metre),
    from: rows.map(({ date }) => minuteOf(`${date}-01`)),
    timePrecision: rows.map(() => 2),
    precision: rows.map(() => 1),
    kind: rows.map(({ category }) => kinds.indexOf(category!)),
    kinds,
  })
}
