import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { LayerRow, PastEntry } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { type Random, random } from '../random.ts'
import type { Calendar } from './calendar.ts'
import { type Ground, whereSchema } from './ground.ts'
import { lived } from './past.ts'

const place = { title: z.string(), where: whereSchema }
const texts = { public: z.string().nullish(), internal: z.string().nullish() }
/** Days of the week, from, to; days ago it became and becomes valid, negative ahead. */
const presence = {
  ...place,
  ...texts,
  kind: z.string(),
  from: z.int(),
  to: z.int(),
  hours: z.tuple([z.array(z.int()), z.string(), z.string()]),
  responsible: z.string(),
}

/** What data/demo/areas.json holds: who is present where, and what people say of places. */
const areasSchema = z.strictObject({
  guard_zones: z.array(
    z.strictObject({
      ...presence,
      permit: z.string(),
      guards: z.int(),
      permit_hours: presence.hours.optional(),
    }),
  ),
  field_worker_areas: z.array(z.strictObject(presence)),
  neighbourhood_watch_areas: z.array(
    z.strictObject({
      ...place,
      ...texts,
      kind: z.string(),
      households: z.int(),
      registered: z.int(),
      meeting: z.int(),
    }),
  ),
  safety_survey_areas: z.array(
    /** Share in the last year and its change from year to year, in percentage points. */
    z.strictObject({ ...place, share: z.number(), trend: z.number(), respondents: z.int() }),
  ),
  safety_walks: z.array(
    z.strictObject({
      ...place,
      ...texts,
      state: z.enum(['planned', 'walked', 'reported_back', 'rewalked']),
      /** The walk it follows up, by its title. */
      earlier: z.string().optional(),
      walked: z.int(),
      participants: z.int().optional(),
      organiser: z.string(),
      remarks: z.string().optional(),
    }),
  ),
  walk_remarks: z.array(
    z.strictObject({
      /** Title of the walk. */
      walk: z.string(),
      where: whereSchema,
      kind: z.string(),
      state: z.enum(['noted', 'answered', 'done', 'not_done']),
      words: z.string(),
      answer: z.string().optional(),
      who: z.string().optional(),
      /** Days ago it is to be done. */
      due: z.int().optional(),
      /** Title of the measure that answers it. */
      measure: z.string().optional(),
      internal: z.string().optional(),
    }),
  ),
})
export type DemoAreas = z.infer<typeof areasSchema>

export async function readAreas(): Promise<DemoAreas> {
  const file = new URL('../../../../../data/demo/areas.json', import.meta.url)
  return areasSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Years of the yearly survey the demonstration holds. */
const surveyYears = 3

/** Guards, field workers, neighbourhood watch, surveys and walks, each written down once. */
export function areaRows(areas: DemoAreas, ground: Ground, { daysAgo, today }: Calendar): DemoLayer[] {
  const written = <T extends { title: string; where: DemoAreas['safety_walks'][number]['where'] }>(
    layer: string,
    list: readonly T[],
    columns: (item: T, r: Random) => { day: string } & Record<string, unknown>,
  ): DemoLayer => {
    const lives = list.map((item, i): { row: LayerRow; past: PastEntry[] } => {
      const r = random(`${layer} ${i} ${item.title}`)
      const id = r.uuid()
      const { day, ...rest } = columns(item, r)
      const { clocks, past } = lived(id, [{ day, account: 'demo-planner', was: {} }], r)
      return {
        row: { id, geom: ground.geometry(item.where), title: item.title, ...rest, demo: true, ...clocks },
        past,
      }
    })
    return { layer, rows: lives.map((l) => l.row), past: lives.flatMap((l) => l.past) }
  }
  const lastSurvey = Number(today.slice(0, 4)) - (today.slice(5) < '09-15' ? 1 : 0)
  const surveys = Array.from({ length: surveyYears }, (_, i) => lastSurvey - surveyYears + 1 + i).flatMap(
    (year) => areas.safety_survey_areas.map((area) => ({ ...area, year })),
  )
  return [
    written('safety_survey_areas', surveys, ({ share, trend, respondents, year }, r) => ({
      day: `${year}-09-01`,
      year,
      share_unsafe: Math.round((share - trend * (lastSurvey - year) + r.between(-0.9, 0.9)) * 10) / 10,
      respondents: Math.round(respondents * r.between(0.92, 1.08)),
      response_rate: Math.round((48 - (share - 20) * 0.45 + r.between(-2, 2)) * 10) / 10,
      source: `Trygghetsmätningen ${year}, polisregion Syd, 16–85 år`,
      public_text: null,
      internal_text: null,
    })),
    written('neighbourhood_watch_areas', areas.neighbourhood_watch_areas, (area, r) => ({
      day: daysAgo(Math.min(area.registered, 700)),
      kind: area.kind,
      households: area.households,
      registered_on: daysAgo(area.registered),
      last_meeting: daysAgo(area.meeting + r.whole(-5, 5)),
      contact: 'grannsamverkan@kommunen.example',
      public_text: area.public ?? null,
      internal_text: area.internal ?? null,
    })),
    written('field_worker_areas', areas.field_worker_areas, (area) => ({
      day: daysAgo(area.from + 10),
      kind: area.kind,
      responsible: area.responsible,
      contact: 'faltgruppen@kommunen.example',
      ...hoursOf(area),
      valid_from: daysAgo(area.from),
      valid_to: daysAgo(area.to),
      internal_text: area.internal ?? null,
    })),
    written('guard_zones', areas.guard_zones, (area) => ({
      day: daysAgo(Math.max(20, Math.min(area.from + 20, 715))),
      kind: area.kind,
      permit_number: `${area.permit}${daysAgo(Math.max(30, area.from + 40)).slice(0, 4)}`,
      valid_from: daysAgo(area.from),
      valid_to: daysAgo(area.to),
      ...permitHours(area),
      ...hoursOf(area),
      guards: area.guards,
      responsible: area.responsible,
      contact: 'Kommunens larmcentral',
      public_text: area.public ?? null,
      internal_text: area.internal ?? null,
    })),
    written('safety_walks', areas.safety_walks, (walk) => ({
      day: daysAgo(Math.max(3, walk.walked + 35)),
      state: walk.state,
      organiser: walk.organiser,
      participants: walk.participants ?? null,
      first_meeting_on: daysAgo(walk.walked + 14),
      walked_on: daysAgo(walk.walked),
      feedback_on: walk.state === 'planned' || walk.state === 'walked' ? null : daysAgo(walk.walked - 42),
      rewalk_on: walk.state === 'rewalked' ? daysAgo(walk.walked - 190) : null,
      remarks: walk.remarks ?? null,
      public_text: walk.public ?? null,
      internal_text: walk.internal ?? null,
    })),
  ]
}

const hoursOf = ({ hours: [weekdays, hours_from, hours_to] }: { hours: [number[], string, string] }) => ({
  weekdays,
  hours_from,
  hours_to,
})

const permitHours = ({ permit_hours }: DemoAreas['guard_zones'][number]) => ({
  permit_weekdays: permit_hours?.[0] ?? null,
  permit_from: permit_hours?.[1] ?? null,
  permit_to: permit_hours?.[2] ?? null,
})
