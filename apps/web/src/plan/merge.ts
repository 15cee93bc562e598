import type { Properties } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'
import { differences, sameValue } from './changes.ts'

/** One state of an object: what was opened, what I made of it, what somebody else made of it. */
export interface Revision {
  readonly geometry: Geometry
  readonly properties: Properties
}

export interface Difference {
  /** A property's name, or 'geometry'. */
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
  /** Both changed it, each their own way: somebody must choose. */
  readonly conflict: boolean
}

export type Choice = 'mine' | 'theirs'

const valueIn = (revision: Revision, field: string): unknown =>
  field === 'geometry' ? revision.geometry : revision.properties[field]

/** Where mine and theirs differ, in the order given and geometry last. Fields outside `names` are left to the server. */
export function differencesBetween(
  base: Revision,
  mine: Revision,
  theirs: Revision,
  names: readonly string[],
): Difference[] {
  return [...names, 'geometry']
    .filter((field) => differences(mine, theirs).includes(field))
    .map((field) => {
      const [b, m, t] = [base, mine, theirs].map((revision) => valueIn(revision, field))
      return { field, mine: m, theirs: t, conflict: !sameValue(b, m) && !sameValue(b, t) }
    })
}

/** The side whose value each difference gets before anybody chooses: the one that changed it; mine where both did. */
export function firstChoices(base: Revision, found: readonly Difference[]): Record<string, Choice> {
  return Object.fromEntries(
    found.map(({ field, mine, conflict }) => {
      const onlyTheirs = !conflict && sameValue(valueIn(base, field), mine)
      return [field, onlyTheirs ? 'theirs' : 'mine']
    }),
  )
}

/** What to send on top of theirs: only the fields where mine was chosen. */
export function merge(
  found: readonly Difference[],
  choices: Readonly<Record<string, Choice>>,
): { geometry?: Geometry; properties?: Properties } {
  const mine = found.filter(({ field }) => choices[field] === 'mine')
  const geometry = mine.find(({ field }) => field === 'geometry')
  const properties = mine.filter(({ field }) => field !== 'geometry')
  return {
    ...(geometry && { geometry: geometry.mine as Geometry }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(({ field, mine: value }) => [field, value ?? null])),
    }),
  }
}
