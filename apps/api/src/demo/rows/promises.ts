import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DemoCommitments } from '../../queries/demo-commitments.ts'
import { random } from '../random.ts'
import { type Calendar, localInstant } from './calendar.ts'

/** A day of the promise's year, "09-30"; or so many days ago, kept within that year. */
const dayOf = z.union([z.string().regex(/^\d{2}-\d{2}$/), z.int()])
/** From 1990 a year; else so many years from this one. */
const yearOf = z.int()
const link = z.tuple([z.string(), z.string()])
const value = z.tuple([z.number(), dayOf])
const promiseSchema = z.strictObject({
  year: yearOf,
  number: z.int(),
  owner: z.enum(['municipality', 'police', 'both']),
  title: z.string(),
  text: z.string(),
  why: z.string().nullable(),
  draft: z.boolean().optional(),
  earlier: z.strictObject({ text: z.string(), until: dayOf }).optional(),
  grounds: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      text: z.string().optional(),
      source: z.string(),
      layer: z.string().optional(),
      object: z.string().optional(),
    }),
  ),
  activities: z.array(
    z.strictObject({
      title: z.string(),
      who: z.string(),
      due: dayOf,
      done: dayOf.nullable(),
      place: z.string().optional(),
    }),
  ),
  measures: z.array(link),
  indicator: z
    .strictObject({
      title: z.string(),
      unit: z.string(),
      direction: z.enum(['up', 'down']),
      base: value,
      target: value,
    })
    .nullable(),
  readings: z.array(z.tuple([z.number(), dayOf, z.string().nullable()])),
  statuses: z.array(z.tuple([z.string(), dayOf, z.string()])),
  evaluation: z.tuple([z.string(), z.string()]).optional(),
  /** The party that has not signed yet. */
  unsigned: z.enum(['municipality', 'police']).optional(),
})
/** What data/demo/promises.json holds. */
const promisesSchema = z.array(
  z.strictObject({
    title: z.string(),
    parties: z.array(z.string()),
    years: z.tuple([yearOf, yearOf]),
    reference: z.string().nullable(),
    promises: z.array(promiseSchema),
  }),
)
type DemoPromise = z.infer<typeof promiseSchema>

const signers = { municipality: 'Kommunstyrelsens ordförande', police: 'Lokalpolisområdeschef' } as const

/** The demonstration's promises to residents with their agreements, as rows. The same day gives the same rows. */
export async function demoPromises({ daysAgo, today }: Calendar): Promise<DemoCommitments> {
  const file = new URL('../../../../../data/demo/promises.json', import.meta.url)
  const agreements = promisesSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const thisYear = Number(today.slice(0, 4))
  const year = (given: number) => (given >= 1990 ? given : thisYear + given)
  const idOf = (one: DemoPromise) => random(`promise ${year(one.year)} ${one.number}`).uuid()
  const agreementId = (title: string) => random(`agreement ${title}`).uuid()
  /** The day of a promise's year that is meant. */
  const on = (one: DemoPromise, given: string | number) => {
    if (typeof given === 'string') return `${year(one.year)}-${given}`
    const [first, last] = [`${year(one.year)}-01-01`, `${year(one.year)}-12-31`]
    const day = daysAgo(given)
    return day < first ? first : day > last ? last : day
  }
  const promises = agreements.flatMap((agreement) =>
    agreement.promises.map((one) => ({ ...one, id: idOf(one), agreement: agreementId(agreement.title) })),
  )
  type Known = (typeof promises)[number]
  const hang = <T>(list: (one: Known) => readonly T[], row: (item: T, one: Known, nth: number) => object) =>
    promises.flatMap((one) => list(one).map((item, nth) => ({ commitment: one.id, ...row(item, one, nth) })))
  return {
    agreements: agreements.map(({ title, parties, years: [from, to], reference }) => ({
      ...{ id: agreementId(title), title, parties, reference, demo: true, version: 1 },
      ...{ from_on: `${year(from)}-01-01`, to_on: `${year(to)}-12-31` },
      ...{ created_at: localInstant(today, 8, 0), updated_at: localInstant(today, 8, 0) },
    })),
    commitments: promises.map((one) => commitmentRow(one, (given) => on(one, given), year(one.year))),
    texts: promises.flatMap(({ id, title, why, earlier, ...one }) =>
      earlier
        ? [
            {
              ...{
                commitment: id,
                until_on: on({ id, title, why, ...one } as Known, earlier.until),
                title,
                why,
              },
              ...{ text: earlier.text, goal: {} },
            },
          ]
        : [],
    ),
    grounds: hang(
      ({ grounds }) => grounds,
      ({ layer = null, object = null, text = null, ...rest }, one, nth) => ({
        ...{ id: random(`ground ${one.id} ${nth}`).uuid(), nth, ...rest, text, layer, object },
      }),
    ),
    activities: hang(
      ({ activities }) => activities,
      ({ due, done, place = null, ...rest }, one, nth) => ({
        ...{ id: random(`activity ${one.id} ${nth}`).uuid(), nth, ...rest, place },
        ...{ due_on: on(one, due), done_on: done === null ? null : on(one, done) },
      }),
    ),
    measures: hang(
      ({ measures }) => measures,
      ([layer, object]) => ({ layer, object }),
    ),
    readings: hang(
      ({ readings }) => readings,
      ([value, day, note], one) => ({ read_on: on(one, day), value, note }),
    ),
    statuses: hang(
      ({ statuses }) => statuses,
      ([status, day, text], one) => ({ on_day: on(one, day), status, text }),
    ),
    signatures: promises.flatMap((one) =>
      one.evaluation
        ? (['municipality', 'police'] as const)
            .filter((party) => party !== one.unsigned)
            .map((party) => ({
              ...{ commitment: one.id, party, role: signers[party], signed_on: on(one, '12-16') },
            }))
        : [],
    ),
  }
}

function commitmentRow(
  one: DemoPromise & { readonly id: string; readonly agreement: string },
  on: (given: string | number) => string,
  year: number,
) {
  const { id, agreement, number, owner, title, text, why, indicator, evaluation } = one
  const closed = evaluation !== undefined && !one.unsigned
  const last = one.statuses.at(-1)
  return {
    ...{ id, agreement, year, number, owner, title, text, why },
    state: one.draft ? 'draft' : closed ? 'evaluated' : 'published',
    published_on: one.draft ? null : on('01-20'),
    status: closed ? evaluation[0] : (last?.[0] ?? 'not_begun'),
    status_on: closed ? on('12-16') : last ? on(last[1]) : null,
    ...{ indicator: indicator?.title ?? null, unit: indicator?.unit ?? null },
    direction: indicator?.direction ?? 'down',
    ...{ base_value: indicator?.base[0] ?? null, base_on: indicator ? on(indicator.base[1]) : null },
    ...{ target_value: indicator?.target[0] ?? null, target_on: indicator ? on(indicator.target[1]) : null },
    ...{ evaluation: evaluation?.[1] ?? null, result: evaluation?.[0] ?? null },
    evaluated_on: closed ? on('12-16') : null,
    ...{ version: 1, demo: true },
    ...{ created_at: localInstant(on('01-10'), 9, 0), updated_at: localInstant(on('01-20'), 9, 0) },
  }
}
