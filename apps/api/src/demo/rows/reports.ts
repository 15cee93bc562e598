import type { LayerRow, PastEntry } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { type Random, random } from '../random.ts'
import { lengthOf } from '../shapes.ts'
import { type Calendar, monthOf, spanDays } from './calendar.ts'
import { type Ground, near, part } from './ground.ts'
import { daysFor, lived, type Step } from './past.ts'
import type { DemoReports, ReportSite } from './report-sites.ts'

/** Reports in two years. */
const howMany = 460

const hoursOf: Readonly<
  Record<ReportSite['when'], readonly (readonly [number[] | null, string | null, string | null])[]>
> = {
  evening: [
    [null, '17:00', '22:00'],
    [[1, 2, 3, 4, 5], '18:00', '23:00'],
    [null, '16:00', '20:00'],
    [null, null, null],
  ],
  night: [
    [null, '21:00', '02:00'],
    [[5, 6], '22:00', '03:00'],
    [null, '20:00', '00:00'],
  ],
  weekend_night: [
    [[5, 6], '22:00', '04:00'],
    [[5], '23:00', '03:00'],
    [[5, 6, 7], '20:00', '02:00'],
  ],
  afternoon: [
    [[1, 2, 3, 4, 5], '15:00', '18:00'],
    [null, null, null],
  ],
  school_run: [
    [[1, 2, 3, 4, 5], '07:15', '08:15'],
    [[1, 2, 3, 4, 5], '14:00', '16:00'],
  ],
  any: [
    [null, null, null],
    [null, '12:00', '22:00'],
  ],
}

/** How much is heard in a month of the year, January first. */
const monthWeight: Readonly<Record<ReportSite['season'], readonly number[]>> = {
  dark: [1.7, 1.4, 0.9, 0.5, 0.25, 0.15, 0.15, 0.4, 0.9, 1.5, 1.9, 1.8],
  warm: [0.3, 0.3, 0.6, 1, 1.6, 1.9, 1.8, 1.7, 1.1, 0.6, 0.3, 0.3],
  even: [1, 1, 1, 1, 1.1, 1.1, 0.9, 1.1, 1.1, 1, 0.9, 0.9],
}
const seasonOf = {
  dark: ['autumn', 'winter', 'winter', 'all_year'],
  warm: ['summer', 'spring', 'all_year'],
  even: ['all_year'],
}

/** Words that tell a reason of their own, ahead of the usual one. */
const saying: Readonly<Record<string, string>> = {
  'Flera lampor i rad är trasiga eller saknas.': 'broken_lamp',
  'Ödsligt mellan husen, inga fönster åt det här hållet.': 'hidden_corner',
  'Man vet inte vad som finns bakom buskarna.': 'hidden_corner',
}

/** Some hundred reports of unsafe places: by hour, weekday, season, place and reason as residents make them. */
export function reportRows({ sites, words }: DemoReports, ground: Ground, calendar: Calendar): DemoLayer {
  const r = random('unsafe reports')
  const rows: LayerRow[] = []
  const past: PastEntry[] = []
  while (rows.length < howMany) {
    const site = r.weighted(sites.map((s) => [s, s.weight] as const))
    const ago = r.whole(1, spanDays)
    const received = calendar.daysAgo(ago)
    if (!r.chance(monthWeight[site.season][monthOf(received) - 1]! / 2)) continue
    if (site.fixed !== undefined && ago < site.fixed && !r.chance(0.15)) continue
    const id = r.uuid()
    const reasons = reasonsOf(site, r)
    const [weekdays, hours_from, hours_to] = r.pick(hoursOf[site.when])
    const states = statesOf(ago, site, r)
    const days = daysFor(states.length, received, calendar.daysAgo(Math.max(1, ago - r.whole(3, 60))), r)
    const steps = states.map(
      (state, i): Step => ({
        day: i === 0 ? received : [days[i]!, received].sort()[1]!,
        was: { state },
        account: i === 0 ? 'demo-reporter' : 'demo-planner',
      }),
    )
    const { clocks, past: entries } = lived(id, steps, r)
    const geom = geometryOf(site, ground, r)
    const said = r.chance(0.78) ? r.pick(words[reasons[0]!]!) : null
    rows.push({
      id,
      geom,
      reasons: said && saying[said] ? [saying[said], ...reasons] : reasons,
      state: states.at(-1)!,
      words: said,
      weekdays,
      hours_from,
      hours_to,
      season: r.pick(seasonOf[site.season]),
      received_on: received,
      internal_text: states.at(-1) === 'declined' ? 'Gäller annan väghållare, vidarebefordrad.' : null,
      demo: true,
      ...clocks,
    })
    past.push(...entries)
  }
  return { layer: 'unsafe_reports', rows, past }
}

function reasonsOf(site: ReportSite, r: Random): string[] {
  const main = r.weighted(site.reasons.map((reason, i) => [reason, 1 / (i + 1)] as const))
  const more = site.reasons.filter((reason) => reason !== main && r.chance(0.35))
  return [main, ...more]
}

/** Old reports have been dealt with, new ones wait. */
function statesOf(ago: number, site: ReportSite, r: Random): string[] {
  if (ago < 12) return r.chance(0.7) ? ['new'] : ['new', 'in_review']
  if (ago < 60) return r.chance(0.4) ? ['new', 'in_review'] : ['new', 'in_review', 'published']
  if (r.chance(0.09)) return ['new', 'in_review', 'declined']
  const handled = (site.fixed !== undefined && ago > site.fixed) || r.chance(0.35)
  return ['new', 'in_review', 'published', ...(handled ? ['handled'] : [])]
}

/** Most point at a spot; some draw a stretch, a few an area. */
function geometryOf(site: ReportSite, ground: Ground, r: Random): LayerRow['geom'] {
  const where = r.pick(site.where)
  const shape = r.next()
  if ('at' in where) {
    const spot = near(r, ground.inQuarter(where.in, where.at), site.spread)
    if (shape > 0.06) return ground.ewkt.point(spot)
    const [w, h] = [r.between(14, 34), r.between(10, 26)]
    return ground.ewkt.polygon([
      [spot[0] - w, spot[1] - h],
      [spot[0] + w, spot[1] - h],
      [spot[0] + w * 0.8, spot[1] + h],
      [spot[0] - w * 0.9, spot[1] + h * 0.8],
    ])
  }
  const line = ground.points(where)
  const long = lengthOf(line)
  const from = r.between(0, 0.8)
  if (shape < 0.3) return ground.ewkt.line(part(line, from, Math.min(1, from + Math.max(0.12, 60 / long))))
  return ground.ewkt.point(near(r, part(line, 0, Math.max(0.02, r.next())).at(-1)!, site.spread / 2))
}
