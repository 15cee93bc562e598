import type { PlanVersion } from '../contract-plans.ts'

/** One change of what a plan holds: by how many measures, by how much investment. */
export interface PlanStep {
  /** ISO time in UTC with microseconds: the order of the texts is that of the times. */
  readonly at: string
  readonly by: string
  readonly measures: number
  readonly investment: number
}

export interface NamedStand {
  readonly at: string
  readonly name: string
  readonly by: string
}

/** Whose midnight a day ends at. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
const dayOf = (at: string): string => calendar.format(new Date(at))

/**
 * The named stands and each day's last, newest first. A day's last that got a name before anything else changed is told by that name
 * alone. Sums are reckoned backwards from what the plan holds now, so that they hold also where old history has had its time.
 */
export function standsOf(
  steps: readonly PlanStep[],
  named: readonly NamedStand[],
  now: { readonly measures: number; readonly investment: number },
): PlanVersion[] {
  const names = named.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const versions: PlanVersion[] = []
  let { measures, investment } = now
  let later: PlanStep | undefined
  for (const step of steps.toReversed()) {
    const namedSince = takeSince(names, step.at)
    versions.push(...namedSince.map((stand) => ({ ...stand, measures, investment })))
    const lastOfDay = !later || dayOf(later.at) !== dayOf(step.at)
    if (lastOfDay && namedSince.length === 0)
      versions.push({ at: step.at, name: null, by: step.by, measures, investment })
    measures -= step.measures
    investment -= step.investment
    later = step
  }
  versions.push(...names.map((stand) => ({ ...stand, measures, investment })))
  return versions
}

/** Takes the stands since a time off the front of those that are left. */
function takeSince(names: NamedStand[], at: string): NamedStand[] {
  const older = names.findIndex((stand) => stand.at < at)
  return names.splice(0, older === -1 ? names.length : older)
}
