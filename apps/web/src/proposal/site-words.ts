import type { Text } from '@trygghetskartan/api/contract'
import type { ProposalResult, ProposedSite } from '@trygghetskartan/siting'
import { busiestHours, hoursOfDay } from '../hours/day-hours.ts'
import type { Formatter } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { compassTitles, constraintTitles, partTitles, siteTitles } from '../messages/proposal-kinds.ts'
import { riskParts } from './proposal-form.ts'

type Say = (text: Text) => string

/** Points of risk with one decimal; two where one would say nothing. */
export const writePoints = (points: number, format: Formatter): string => {
  const fine = points !== 0 && Math.abs(points) < 0.1 ? 100 : 10
  return format.number(Math.round(points * fine) / fine)
}

/** The places in the order of what each adds: their numbers everywhere. */
export const rankedSites = ({ sites }: Pick<ProposalResult, 'sites'>): readonly ProposedSite[] =>
  sites.toSorted((a, b) => b.added - a.added)

/** "på fasaden, Östra Storgatan" */
export function placeOf(site: Pick<ProposedSite, 'constraint' | 'place'>, t: Say): string {
  return [t(constraintTitles[site.constraint]), site.place].filter(Boolean).join(', ')
}

export const compassOf = (degrees: number): Text =>
  compassTitles[Math.round((((degrees % 360) + 360) % 360) / 45) % 8]!

/** The reasons for a site, in whole sentences. */
export function reasonsOf(site: ProposedSite, t: Say, format: Formatter): string[] {
  const points = (value: number) => writePoints(value, format)
  const parts = riskParts
    .map((part) => ({ part, added: site.addedByPart[part] ?? 0 }))
    .filter(({ added }) => added >= 0.005)
    .sort((a, b) => b.added - a.added)
    .slice(0, 3)
    .map(({ part, added }) => `${t(partTitles[part]).toLowerCase()} (${points(added)})`)
  const when = peakOf(site.addedByHour, t, format)
  return [
    parts.length > 0 ? t(words.mostly(format.list(parts))) : '',
    when && t(words.peak(when)),
    t(words.reached(points(site.reached))) +
      ' ' +
      t(site.byExisting >= 0.005 ? words.before(points(site.byExisting)) : words.nothingBefore) +
      (site.byOthers >= 0.005 ? ` ${t(words.byOthers(points(site.byOthers)))}` : ''),
    site.nextBest
      ? t(
          words.nextBest(
            [t(siteTitles[site.nextBest.kind]).toLowerCase(), site.nextBest.place].filter(Boolean).join(', '),
            points(site.nextBest.added),
          ),
        )
      : t(words.noNextBest),
  ].filter(Boolean)
}

/** Hours in a row that say when a site helps. */
const stretch = 6

/** "fredag och lördag 20–02": the two days and six hours that hold most, or nothing where every hour is alike. */
export function peakOf(byHour: readonly number[], t: Say, format: Formatter): string {
  const total = byHour.reduce((sum, one) => sum + one, 0)
  if (byHour.length !== 168 || !(total > 0)) return ''
  const { from, held } = busiestHours(hoursOfDay(byHour), stretch)!
  // A quarter of the day that holds little more than its quarter says nothing.
  if (held / total < 0.33) return ''
  const days = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: stretch }, (_, i) => byHour[(day * 24 + from + i) % 168]!).reduce(
      (sum, one) => sum + one,
      0,
    ),
  )
  const busy = days
    .map((sum, day) => ({ sum, day }))
    .sort((a, b) => b.sum - a.sum)
    .slice(0, 2)
    .filter(({ sum }) => sum > 1.25 * (held / 7))
    .map(({ day }) => day)
    .sort()
  const two = (hour: number) => String(hour % 24).padStart(2, '0')
  const hours = `${two(from)}–${two(from + stretch)}`
  const named = busy.map((day) => format.weekday(day + 1, 'long'))
  return named.length > 0 ? `${format.list(named)} ${hours}` : t(words.everyDay(hours))
}
