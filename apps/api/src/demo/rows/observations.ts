import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DemoObservation } from '../../queries/demo-observations.ts'
import { type Random, random } from '../random.ts'
import { type Calendar, localInstant, weekdayOf } from './calendar.ts'
import { type Ground, near } from './ground.ts'

/** Four weeks. */
const spanDays = 28

const weight = z.number().nonnegative()
const roundSchema = z.strictObject({
  worksAs: z.enum(['field_worker', 'guard', 'housing_host']),
  /** The demo account that logs them. */
  account: z.string().nullable(),
  perWeek: z.number(),
  /** Monday first, of the day or evening on which the round begins. */
  weekdays: z.array(weight).length(7),
  /** From 24 on they are of the next day. */
  hours: z.array(z.tuple([z.int(), weight])).min(1),
  /** Quarter, u, v, metres of deviation, weight, and kinds with their weights. */
  spots: z
    .array(
      z.tuple([
        z.string(),
        z.number(),
        z.number(),
        z.number(),
        weight,
        z.array(z.tuple([z.string(), weight])),
      ]),
    )
    .min(1),
})
/** What data/demo/observations.json holds. */
const observationsSchema = z.strictObject({
  rounds: z.array(roundSchema),
  words: z.record(z.string(), z.array(z.string()).min(1)),
})
type Round = z.infer<typeof roundSchema>
type Words = z.infer<typeof observationsSchema>['words']

const withPeople = new Set(['youth_gathering', 'alcohol', 'drugs', 'disorder', 'threats'])

/** Field entries of the four weeks before `now`, as those who are out log them. The same day gives the same rows but for what lies ahead. */
export async function observationRows(
  ground: Ground,
  calendar: Calendar,
  now: Date,
): Promise<DemoObservation[]> {
  const file = new URL('../../../../../data/demo/observations.json', import.meta.url)
  const { rounds, words } = observationsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return rounds
    .flatMap((round, i) => rowsOf(round, words, ground, calendar, random(`observations ${i}`)))
    .filter(({ received_at }) => Date.parse(received_at) <= now.getTime())
}

function rowsOf(
  round: Round,
  words: Words,
  ground: Ground,
  calendar: Calendar,
  r: Random,
): DemoObservation[] {
  const whole = round.weekdays.reduce((sum, one) => sum + one, 0)
  return Array.from({ length: spanDays }, (_, i) => calendar.daysAgo(spanDays - 1 - i)).flatMap((day) => {
    const expected = (round.perWeek * round.weekdays[weekdayOf(day) - 1]!) / whole
    const many = Math.floor(expected) + (r.chance(expected % 1) ? 1 : 0)
    return Array.from({ length: many }, () => rowOf(day, round, words, ground, r))
  })
}

function rowOf(
  day: string,
  { worksAs, account, hours, spots }: Round,
  words: Words,
  ground: Ground,
  r: Random,
): DemoObservation {
  const [quarter, u, v, spread, , kinds] = r.weighted(spots.map((spot) => [spot, spot[4]] as const))
  const kind = r.weighted(kinds)
  const observed = localInstant(day, r.weighted(hours), r.whole(0, 59))
  // Now and then there was no connection.
  const late = r.chance(0.12) ? r.whole(60, 600) : r.whole(0, 4)
  const byHand = r.chance(0.25)
  return {
    id: r.uuid(),
    geom: ground.ewkt.point(near(r, ground.inQuarter(quarter, [u, v]), spread)),
    accuracy_m: byHand ? null : r.whole(4, 22),
    precision: byHand ? 'street' : 'exact',
    kind,
    observed_from: observed,
    observed_to: observed,
    people: withPeople.has(kind)
      ? r.weighted([
          ['few', 4],
          ['group', 4],
          ['many', 1],
          [null, 2],
        ] as const)
      : null,
    words: r.chance(0.55) && words[kind] ? r.pick(words[kind]) : null,
    works_as: worksAs,
    received_at: new Date(Date.parse(observed) + late * 60_000).toISOString(),
    account,
  }
}
