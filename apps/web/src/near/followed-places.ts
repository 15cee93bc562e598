import type { NearEntry } from '@trygghetskartan/api/contract-around'
import { useMemo, useSyncExternalStore } from 'react'
import type { Around } from '../around/around-api.ts'

/** A place that somebody follows on this device, and what they have seen of it: an entry's id to what it was like. */
export interface FollowedPlace extends Around {
  readonly name: string
  readonly seen: Readonly<Record<string, string>>
}

const key = 'trygghetskartan.places'
const most = 20
const listeners = new Set<() => void>()

/** What makes an entry news: that it is there, or has come further. */
const lookOf = ({ state, month, dates }: NearEntry): string =>
  [state?.sv ?? '', month, ...dates.map(({ on }) => on)].join(' ')

export const seenOf = (entries: readonly NearEntry[]): Record<string, string> =>
  Object.fromEntries(entries.map((entry) => [entry.id, lookOf(entry)]))

/** Ids of what is new or has come further since the place was last looked at. */
export const newsOf = ({ seen }: FollowedPlace, entries: readonly NearEntry[]): ReadonlySet<string> =>
  new Set(entries.filter((entry) => seen[entry.id] !== lookOf(entry)).map(({ id }) => id))

export const isSamePlace = (a: Around, b: Around): boolean =>
  a.radius === b.radius && a.at[0] === b.at[0] && a.at[1] === b.at[1]

function keptText(): string {
  try {
    return localStorage.getItem(key) ?? '[]'
  } catch {
    return '[]'
  }
}

function parse(text: string): readonly FollowedPlace[] {
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isPlace) : []
  } catch {
    return []
  }
}

const isPlace = (one: Partial<FollowedPlace>): one is FollowedPlace =>
  typeof one?.name === 'string' && Array.isArray(one.at) && typeof one.radius === 'number' && !!one.seen

/** False where the browser keeps nothing. */
export function keepPlaces(places: readonly FollowedPlace[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(places.slice(0, most)))
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

const whenKept = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useFollowedPlaces(): readonly FollowedPlace[] {
  const text = useSyncExternalStore(whenKept, keptText)
  return useMemo(() => parse(text), [text])
}
