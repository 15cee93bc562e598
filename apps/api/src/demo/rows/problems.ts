import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { demoAccounts } from '../../identity/demo-accounts.ts'
import type { DemoProblems } from '../../queries/demo-problems.ts'
import { random } from '../random.ts'
import { type Calendar, localInstant } from './calendar.ts'
import { type Ground, whereSchema } from './ground.ts'

/** Days ago; negative ahead. */
const days = z.int()
const operationSchema = z.strictObject({
  title: z.string(),
  place: z.string(),
  where: whereSchema,
  day: days,
  /** Hour it begins, and how many it lasts. */
  from: z.number(),
  hours: z.number(),
  authorities: z.array(z.string()),
  owner: z.string(),
  purpose: z.string(),
  outcome: z.string().optional(),
  /** Titles of other problems that it answers to too. */
  also: z.array(z.string()).optional(),
})
const evidenceSchema = z.strictObject({
  by: z.string(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  source: z.string(),
  n: z.int().nullable(),
  figures: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  period: z.tuple([days, days]),
  added: days,
  policeOnly: z.boolean().optional(),
  /** What it is about, by its title. */
  survey: z.string().optional(),
  walk: z.string().optional(),
})
const problemSchema = z.strictObject({
  title: z.string(),
  kind: z.string(),
  state: z.string(),
  description: z.string(),
  place: z.string(),
  where: whereSchema,
  hours: z.tuple([z.array(z.int()), z.string(), z.string()]),
  affected: z.string(),
  causes: z.array(z.string()),
  goal: z.string().nullable(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  base: z.tuple([z.number(), days]).nullable(),
  target: z.tuple([z.number(), days]).nullable(),
  responsible: z.string().nullable(),
  adopted: z.tuple([days, z.string()]).nullable(),
  reviewed: days.nullable(),
  outcome: z.string().nullable(),
  readings: z.array(z.tuple([z.number(), days, z.string().nullable()])),
  evidence: z.array(evidenceSchema),
  measures: z.array(z.strictObject({ layer: z.string(), title: z.string(), effect: z.string().nullable() })),
  operations: z.array(operationSchema),
})
/** What data/demo/problems.json holds. */
const problemsSchema = z.strictObject({
  problems: z.array(problemSchema),
  operations: z.array(operationSchema),
})

const author = (id: string) => {
  const account = demoAccounts.find((one) => one.id === id)
  if (!account) throw new RangeError(`there is no demo account ${id}`)
  return { account: account.id, by_name: account.name }
}

/** The demonstration's problems and joint operations, as rows. The same day gives the same rows. */
export async function demoProblems(ground: Ground, { daysAgo }: Calendar): Promise<DemoProblems> {
  const file = new URL('../../../../../data/demo/problems.json', import.meta.url)
  const { problems, operations } = problemsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const at = (ago: number, hour = 10) => localInstant(daysAgo(ago), hour, 0)
  const idOf = (title: string) => random(`problem ${title}`).uuid()
  const operationRow = (
    { where, day, from, hours, also = [], ...rest }: (typeof operations)[number],
    problems: readonly string[],
  ) => ({
    id: random(`operation ${rest.title}`).uuid(),
    problems,
    geom: ground.geometry(where),
    starts_at: at(day, from),
    ends_at: at(day, from + hours),
    outcome: null,
    ...rest,
    demo: true,
    created_at: at(Math.max(3, day + 20)),
    updated_at: at(Math.max(2, day - 1)),
    version: rest.outcome ? 2 : 1,
  })
  const withId = problems.map((problem) => ({ ...problem, id: idOf(problem.title) }))
  return {
    problems: withId.map((one) => ({
      ...{ id: one.id, title: one.title, kind: one.kind, state: one.state, description: one.description },
      ...{ place: one.place, geom: ground.geometry(one.where), affected: one.affected, causes: one.causes },
      ...{ weekdays: one.hours[0], hours_from: one.hours[1], hours_to: one.hours[2] },
      ...{ goal: one.goal, indicator: one.indicator, unit: one.unit, responsible: one.responsible },
      ...{ base_value: one.base?.[0] ?? null, base_on: one.base ? daysAgo(one.base[1]) : null },
      ...{ target_value: one.target?.[0] ?? null, target_on: one.target ? daysAgo(one.target[1]) : null },
      ...{ adopted_on: one.adopted ? daysAgo(one.adopted[0]) : null, adopted_by: one.adopted?.[1] ?? null },
      ...{ reviewed_on: one.reviewed === null ? null : daysAgo(one.reviewed), outcome: one.outcome },
      demo: true,
      created_at: at((one.adopted?.[0] ?? 6) + 40),
      updated_at: at(one.reviewed ?? one.adopted?.[0] ?? 6),
    })),
    readings: withId.flatMap(({ id, readings }) =>
      readings.map(([value, ago, note]) => ({
        ...{ problem: id, read_on: daysAgo(ago), value, note, ...author('demo-planner') },
        at: at(ago - 3),
      })),
    ),
    evidence: withId.flatMap(({ id, evidence }) =>
      evidence.map(({ by, period, added, policeOnly = false, survey, walk, ...rest }) => ({
        id: random(`evidence ${rest.title}`).uuid(),
        ...{ problem: id, ...rest, from_on: daysAgo(period[0]), to_on: daysAgo(period[1]) },
        ...{ police_only: policeOnly, ...author(by), at: at(added) },
        layer: survey ? 'safety_survey_areas' : walk ? 'safety_walks' : null,
        about: survey ?? walk ?? null,
      })),
    ),
    measures: withId.flatMap(({ id, measures }) =>
      measures.map(({ layer, title, effect }) => ({
        ...{ problem: id, layer, title, expected_effect: effect },
        ...author(layer === 'patrol_zones' ? 'demo-police' : 'demo-planner'),
      })),
    ),
    operations: [
      ...withId.flatMap(({ id, operations }) =>
        operations.map((one) => operationRow(one, [id, ...(one.also ?? []).map(idOf)])),
      ),
      ...operations.map((one) => operationRow(one, [])),
    ],
  }
}
