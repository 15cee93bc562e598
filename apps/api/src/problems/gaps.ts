import type { Gap, Problem } from '../contract-problems.ts'
import { day } from '../dossiers/swedish.ts'
import { dayInSweden } from './day-in-sweden.ts'
import { lastReading } from './progress.ts'

/** [2nd] The picture and the plan are updated at least every second year (act 2023:196). */
const reviewYears = 2
/** A reading older than this is no follow-up of what happens now. */
const readingMonths = 12
/** Measures that are no more a promise of anything. */
const over = new Set(['declined', 'ended'])

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
/** A day as English writes it. */
export const english = (date: string): string => longDay.format(new Date(date))

type Known = Omit<Problem, 'gaps' | 'reviewBy' | 'progress'>

const gap = (code: string, serious: boolean, sv: string, en: string): Gap => ({
  code,
  serious,
  text: { sv, en },
})

/** A day so many months later, "2026-11-30"; the last of the month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The last day by which what was adopted or gone through on a day has to be gone through again. */
export const reviewBy = (day: string): string => monthsLater(day, 12 * reviewYears)

/** When a problem was last adopted or gone through; null before that. */
export const reviewedOn = ({ adoptedOn, reviewedOn }: Pick<Problem, 'adoptedOn' | 'reviewedOn'>) =>
  [adoptedOn, reviewedOn].reduce((latest, day) => (day && (!latest || day > latest) ? day : latest), null)

/** What a problem lacks on a day, in the order one takes it up. A closed one lacks nothing. */
export function gapsOf(problem: Known, today: string): Gap[] {
  if (problem.state === 'closed') return []
  const gaps: Gap[] = []
  const say = (...words: Parameters<typeof gap>) => gaps.push(gap(...words))
  const standing = problem.measures.filter(({ status }) => !over.has(status))
  if (standing.length + problem.hiddenMeasures === 0)
    say('no-measure', true, 'Ingen åtgärd är kopplad till problemet.', 'No measure answers to the problem.')
  for (const { title, responsible, startsOn, completedOn } of standing) {
    if (!responsible)
      say('measure-without-owner', false, `${title}: ingen ansvarig.`, `${title}: nobody answers for it.`)
    if (!startsOn && !completedOn)
      say('measure-without-date', false, `${title}: inget datum.`, `${title}: no date.`)
  }
  if (problem.evidence === 0)
    say('no-evidence', true, 'Inget underlag visar problemet.', 'Nothing shows the problem.')
  if (problem.causes.length === 0)
    say('no-cause', false, 'Orsakerna är inte skrivna.', 'The causes are not written.')
  if (!problem.goal) say('no-goal', true, 'Det saknas ett mål.', 'There is no goal.')
  if (!problem.indicator || problem.baseValue === null || problem.targetValue === null)
    say(
      'no-indicator',
      true,
      'Målet går inte att mäta: indikator, utgångsvärde eller målvärde saknas.',
      'The goal cannot be measured: indicator, base value or target is missing.',
    )
  if (!problem.responsible)
    say('no-owner', true, 'Ingen ansvarar för problemet.', 'Nobody answers for the problem.')
  return [...gaps, ...followUpGaps(problem, today)]
}

function followUpGaps(problem: Known, today: string): Gap[] {
  const gaps: Gap[] = []
  const last = lastReading(problem)
  const since = last?.on ?? problem.baseOn ?? problem.adoptedOn
  if (problem.state !== 'draft' && since && monthsLater(since, readingMonths) < today)
    gaps.push(
      gap(
        'not-followed-up',
        true,
        last ? `Senaste mätvärdet är från ${day(last.on)}.` : 'Målet har inte följts upp.',
        last ? `The last reading is from ${english(last.on)}.` : 'The goal has not been followed up.',
      ),
    )
  const reached =
    last && problem.targetValue !== null && problem.baseValue !== null
      ? (last.value - problem.baseValue) / (problem.targetValue - problem.baseValue) >= 1
      : false
  if (problem.targetOn && problem.targetOn < today && !reached)
    gaps.push(
      gap(
        'target-passed',
        true,
        `Målet skulle ha nåtts ${day(problem.targetOn)}.`,
        `The goal was to be reached on ${english(problem.targetOn)}.`,
      ),
    )
  for (const { title, endsAt, outcome, cancelled } of problem.operations)
    if (!cancelled && !outcome && dayInSweden(new Date(endsAt)) < today)
      gaps.push(
        gap(
          'operation-without-outcome',
          false,
          `${title}: det står inte vad insatsen gav.`,
          `${title}: what came of it is not said.`,
        ),
      )
  const reviewed = reviewedOn(problem)
  if (reviewed && reviewBy(reviewed) < today)
    gaps.push(
      gap(
        'not-reviewed',
        true,
        `Skulle ha gåtts igenom senast ${day(reviewBy(reviewed))}: minst vartannat år.`,
        `Was to be gone through by ${english(reviewBy(reviewed))}: at least every second year.`,
      ),
    )
  return gaps
}
