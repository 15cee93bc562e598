import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Point } from '../frame.ts'
import type { Random } from '../random.ts'
import { type Ground, near } from './ground.ts'

const weight = z.number().nonnegative()
/** The police's word for it, its weight, and what may be said of it. */
const kind = z.tuple([z.string(), weight, z.array(z.string()).min(1)])
/** Quarter, u, v, metres of deviation, weight, what the place is called. */
const spot = z.tuple([z.string(), z.number(), z.number(), z.number(), weight, z.string()])

/** Events of one sort: how many, when and where. Counts are Poisson by day. */
const pattern = z.strictObject({
  id: z.string(),
  /** In an average week. */
  perWeek: z.number(),
  /** Weights of the months, January first, around 1. */
  months: z.array(weight).length(12).default(Array(12).fill(1)),
  /** Weights of the weekdays on which the evening or day begins, Monday first. */
  weekdays: z.array(weight).length(7).default(Array(7).fill(1)),
  /** Hours and their weights; from 24 on they are of the next day. */
  hours: z.array(z.tuple([z.int(), weight])).min(1),
  kinds: z.array(kind).min(1),
  /** Factors before and after a day, so many days ago. */
  trend: z.strictObject({ since: z.int(), before: z.number(), after: z.number() }).optional(),
  /** Share of events followed by another close by within a week. */
  repeats: z.number().default(0),
  /** Share of events known only to some time between two, and hours between those at most. */
  between: z.tuple([z.number(), z.number()]).optional(),
  /** Where: one of these. */
  spots: z.array(spot).optional(),
  /** At doors of these quarters, with weights. */
  homes: z.array(z.tuple([z.string(), weight])).optional(),
  roads: z.array(z.string()).optional(),
})
export type Pattern = z.infer<typeof pattern>

const place = z.strictObject({ name: z.string(), position: z.tuple([z.number(), z.number()]) })

/** What data/demo/events.json holds. */
const eventsSchema = z.strictObject({
  patterns: z.array(pattern),
  /** Events known only to municipality or county, as in the public feed. */
  coarse: z.strictObject({
    perWeek: z.number(),
    /** The feed gave up on municipalities then. */
    countyOnlySince: z.iso.date(),
    municipality: place,
    county: place,
    kinds: z.array(kind).min(1),
  }),
})
export type DemoEvents = z.infer<typeof eventsSchema>

export async function readEvents(): Promise<DemoEvents> {
  const file = new URL('../../../../../data/demo/events.json', import.meta.url)
  return eventsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** What data/demo/incidents.json holds: kinds are codes of core.incident_kinds. */
const incidentsSchema = z.strictObject({
  patterns: z.array(pattern),
  municipality: place,
})
export type DemoIncidents = z.infer<typeof incidentsSchema>

export async function readIncidents(): Promise<DemoIncidents> {
  const file = new URL('../../../../../data/demo/incidents.json', import.meta.url)
  return incidentsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Where an event happens, in metres from the origin, and what the place is called. */
export interface Spot {
  readonly at: Point
  readonly name: string
}

/** @throws RangeError for a pattern without a place */
export function spotOf({ id, spots, homes, roads }: Pattern, ground: Ground, r: Random): Spot {
  if (spots) {
    const [quarter, u, v, spread, , name] = r.weighted(spots.map((s) => [s, s[4]] as const))
    return { at: near(r, ground.inQuarter(quarter, [u, v]), spread), name }
  }
  if (homes) {
    const quarter = r.weighted(homes)
    const { at, street } = ground.address(r, quarter)
    return { at: near(r, at, 4), name: `${street}, ${ground.quarterName(quarter)}` }
  }
  if (!roads) throw new RangeError(`the pattern ${id} has no place`)
  const name = r.pick(roads)
  return { at: near(r, ground.onStreet(name, r.between(0.05, 0.95)), 3), name }
}

/** What one event of the pattern is called, and what is said of it. */
export function kindOf(
  kinds: DemoEvents['patterns'][number]['kinds'],
  r: Random,
): { kind: string; summary: string } {
  const [kind, , summaries] = r.weighted(kinds.map((k) => [k, k[1]] as const))
  return { kind, summary: r.pick(summaries) }
}
