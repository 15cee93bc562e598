import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { LayerRow } from '../../queries/demo.ts'
import type { DemoReports } from '../../queries/demo-reports.ts'
import { digestOfCode } from '../../reports/receipt-code.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { random } from '../random.ts'
import { type Calendar, spanDays } from './calendar.ts'
import { type Ground, whereSchema } from './ground.ts'
import { lived, type Step } from './past.ts'

const place = z.strictObject({
  where: whereSchema,
  /** Days ago it was first heard of. */
  ago: z.int(),
  reasons: z.array(z.string()),
  state: z.enum(['looked_at', 'planned', 'done', 'declined']),
  words: z.string().nullable(),
  answer: z.string().nullable(),
  /** What it led to, by their titles. */
  measures: z.array(z.string()),
  /** How many said “me too”, month by month. */
  support: z.array(z.int()),
})
const template = z.strictObject({ title: z.string(), sv: z.string(), en: z.string() })
const schema = z.strictObject({
  places: z.array(place),
  /** Receipts whose codes are known: of a report of that place, or of a new one. */
  receipts: z.array(
    z.strictObject({
      code: z.string(),
      place: z.int().nullable(),
      talk: z.array(z.tuple([z.enum(['question', 'reply', 'answer']), z.string()])),
    }),
  ),
  answers: z.strictObject({ published: z.string(), handled: z.string(), declined: z.string() }),
  templates: z.array(template),
})
type DemoPlaces = z.infer<typeof schema>

export async function readReportedPlaces(): Promise<DemoPlaces> {
  const file = new URL('../../../../../data/demo/reported-places.json', import.meta.url)
  return schema.parse(JSON.parse(await readFile(file, 'utf8')))
}

const templateId = (title: string): string => random(`template ${title}`).uuid()

/** Ids of the templates that the demonstration brings. */
export const demoTemplates = async (): Promise<string[]> =>
  (await readReportedPlaces()).templates.map(({ title }) => templateId(title))

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
const idOf = (at: number): string => random(`reported place ${at}`).uuid()

/** Places that residents have reported, as they are shown to anybody, and how they came so far. */
export function reportedPlaceRows({ places }: DemoPlaces, ground: Ground, { daysAgo }: Calendar): DemoLayer {
  const lives = places.map((place, at) => {
    const r = random(`reported place ${at} past`)
    const { ago, state, answer, reasons, words } = place
    const later = state === 'looked_at' ? 0.1 : r.between(0.3, 0.6)
    const steps: Step[] = [
      { day: daysAgo(ago - 8), account: 'demo-planner', was: { state: 'looked_at', answer: null } },
      ...(state === 'looked_at' && answer === null
        ? []
        : [{ day: daysAgo(Math.round(ago * (1 - later))), account: 'demo-planner', was: { state, answer } }]),
    ]
    const { clocks, past } = lived(idOf(at), steps, r)
    const row: LayerRow = {
      ...{ id: idOf(at), geom: ground.geometry(place.where), reasons, state, words, answer },
      ...{ month: monthOf(daysAgo(Math.min(ago, spanDays))), demo: true, ...clocks },
    }
    return { row, past }
  })
  return {
    layer: 'reported_places',
    rows: lives.map(({ row }) => row),
    past: lives.flatMap(({ past }) => past),
  }
}

/** What stands beside the demonstration's reports: “me too”, what came of them, the talk with those who sent them. */
export function demoReports(demo: DemoPlaces, { daysAgo }: Calendar): DemoReports {
  const { places, receipts, templates, answers } = demo
  return {
    answers,
    templates: templates.map((one) => ({ id: templateId(one.title), ...one })),
    links: places.flatMap(({ measures }, at) => measures.map((title) => ({ place_id: idOf(at), title }))),
    support: places.flatMap(({ support, ago }, at) => {
      const r = random(`support ${at}`)
      return support.flatMap((n, month) =>
        Array.from({ length: n }, () => ({
          id: r.uuid(),
          place_id: idOf(at),
          month: monthOf(daysAgo(Math.max(1, ago - month * 31))),
        })),
      )
    }),
    receipts: receipts.map(({ code, place, talk }) => ({
      sha256: digestOfCode(code).toString('hex'),
      place: place === null ? null : idOf(place),
      talk,
    })),
  }
}
