import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { whereSchema } from './ground.ts'

/** A place people find unsafe: what is wrong with it, when, and how often it is reported. */
const site = z.strictObject({
  where: z.array(whereSchema).min(1),
  /** Metres a report strays from the place. */
  spread: z.number(),
  weight: z.number(),
  /** The most usual first. */
  reasons: z.array(z.string()).min(1),
  when: z.enum(['evening', 'night', 'weekend_night', 'afternoon', 'school_run', 'any']),
  /** Light comes and goes with the year: more is heard of a dark path in winter, of a noisy park in summer. */
  season: z.enum(['dark', 'warm', 'even']),
  /** Days ago the place was put right, after which few reports come. */
  fixed: z.int().optional(),
})
export type ReportSite = z.infer<typeof site>

/** What data/demo/reports.json holds: places, and what people write by main reason. No person in any of it. */
const reportsSchema = z.strictObject({
  sites: z.array(site),
  words: z.record(z.string(), z.array(z.string()).min(1)),
})
export type DemoReports = z.infer<typeof reportsSchema>

export async function readReports(): Promise<DemoReports> {
  const file = new URL('../../../../../data/demo/reports.json', import.meta.url)
  return reportsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}
