import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DemoLayer } from '../demo-layers.ts'
import { draftPlans } from '../draft-plan.ts'
import { type Random, random } from '../random.ts'
import { addDays, type Calendar } from './calendar.ts'
import { type Ground, whereSchema } from './ground.ts'
import { details } from './measure-details.ts'
import { daysFor, lived, type Step } from './past.ts'

const hours = z.tuple([z.array(z.int()), z.string(), z.string()])
const measure = z.strictObject({
  title: z.string(),
  status: z.string(),
  /** Days ago the idea was written down. */
  began: z.int(),
  /** Belongs to a plan of draft-plan.ts: an idea is then a draft. */
  planned: z.enum(Object.keys(draftPlans) as (keyof typeof draftPlans)[]).optional(),
  where: whereSchema,
  public: z.string().nullish(),
  internal: z.string().nullish(),
  kind: z.string().optional(),
  class: z.string().optional(),
  count: z.int().optional(),
  height: z.number().optional(),
  repeat: z.int().optional(),
  owner: z.string().optional(),
  type: z.string().optional(),
  direction: z.number().optional(),
  /** What a camera looks at, in the axes of the place it stands in. */
  towards: z.tuple([z.number(), z.number()]).optional(),
  /** What is masked out of its picture, in the same axes. */
  masks: z.array(z.array(z.tuple([z.number(), z.number()])).min(3)).optional(),
  arrangement: z.string().optional(),
  focal: z.number().optional(),
  reach: z.number().optional(),
  purpose: z.string().optional(),
  presence: z.string().optional(),
  /** What a patrol zone rests on. */
  basis: z.string().optional(),
  hours: hours.optional(),
})
export type DemoMeasure = z.infer<typeof measure>

/** What data/demo/measures.json holds: measures by layer, in the order they are drawn. */
const measuresSchema = z.record(
  z.enum(['lighting_upgrades', 'shrub_clearances', 'camera_sites', 'patrol_zones']),
  z.array(measure),
)
export type DemoMeasures = z.infer<typeof measuresSchema>

export async function readMeasures(): Promise<DemoMeasures> {
  const file = new URL('../../../../../data/demo/measures.json', import.meta.url)
  return measuresSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** The way to each status; lighting and shrubs are evaluated as built, the rest after they were in operation. */
function wayTo(layer: string, status: string): string[] {
  const done =
    layer === 'lighting_upgrades' || layer === 'shrub_clearances' ? ['built'] : ['built', 'in_operation']
  const whole = ['idea', 'proposed', 'in_review', 'decided', 'ordered', ...done]
  if (status === 'declined') return ['idea', 'proposed', 'in_review', 'declined']
  if (status === 'in_operation') return [...whole.slice(0, 6), 'in_operation']
  if (status === 'evaluated' || status === 'ended')
    return [...whole, ...['evaluated', 'ended'].slice(0, status === 'ended' ? 2 : 1)]
  return whole.slice(0, whole.indexOf(status) + 1)
}

/** Every measure with its history: who took which step on which day. */
export function measureRows(measures: DemoMeasures, ground: Ground, calendar: Calendar): DemoLayer[] {
  return Object.entries(measures).map(([layer, list]) => {
    const lives = list.map((m) => {
      const r = random(`measure ${layer} ${m.title}`)
      const way = wayTo(layer, m.status)
      const account =
        layer === 'patrol_zones' ? 'demo-police' : r.chance(0.5) ? 'demo-planner' : 'demo-planner-2'
      const quiet = way.length === 1 ? m.began : r.whole(4, Math.min(40, Math.floor(m.began / 3)))
      const days = daysFor(way.length, calendar.daysAgo(m.began), calendar.daysAgo(quiet), r)
      const { starts_on, completed_on } = dates(way, days, r)
      const id = r.uuid()
      const steps = way.map((status, i): Step => {
        const at = (needed: string) => way.slice(0, i + 1).includes(needed)
        return {
          day: days[i]!,
          account:
            status === 'decided' || status === 'declined'
              ? layer === 'patrol_zones'
                ? account
                : 'demo-planner'
              : account,
          was: {
            status,
            starts_on: at('decided') ? starts_on : null,
            completed_on: at('built') ? completed_on : null,
            public_text: at('decided') ? (m.public ?? null) : null,
          },
        }
      })
      const { clocks, past } = lived(id, steps, r)
      const row = {
        id,
        geom: ground.geometry(m.where),
        title: m.title,
        status: m.status,
        plan_id: m.planned ? draftPlans[m.planned].id : null,
        public_text: m.public ?? null,
        internal_text: m.internal ?? null,
        starts_on,
        completed_on,
        ...details(layer, m, ground, r),
        demo: true,
        ...clocks,
      }
      return { row, past }
    })
    return { layer, rows: lives.map((l) => l.row), past: lives.flatMap((l) => l.past) }
  })
}

/** Work starts after it is ordered and is complete when built; what is only decided has its start ahead. */
function dates(
  way: readonly string[],
  days: readonly string[],
  r: Random,
): { starts_on: string | null; completed_on: string | null } {
  const dayOf = (status: string): string | null => days[way.indexOf(status)] ?? null
  const [decided, ordered, built] = [dayOf('decided'), dayOf('ordered'), dayOf('built')]
  if (built && ordered) {
    const [started] = [addDays(ordered, r.whole(1, 6)), built].sort()
    return { starts_on: started!, completed_on: built }
  }
  if (ordered) return { starts_on: addDays(days.at(-1)!, r.whole(20, 70)), completed_on: null }
  return { starts_on: decided ? addDays(days.at(-1)!, r.whole(60, 150)) : null, completed_on: null }
}
