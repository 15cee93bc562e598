import type { Item, LayerDescription } from '@trygghetskartan/api/contract'
import { hoursOfWeek } from '@trygghetskartan/siting'

/** Days before a permit ends at which a new one has to be applied for: it takes the police months. Choice of this project. */
export const soonDays = 90

/** Which columns of the layer the permit stands in. */
export type Permit = LayerDescription['permit']

export interface PermitState {
  /** Whole days until the last one, which is 0; below that it is over. */
  readonly daysLeft: number
  readonly state: 'expired' | 'soon' | 'not-yet' | 'valid'
  /** Hours a week that guards serve beyond what the permit allows; 0 where it names no hours, or none are served beyond. */
  readonly outside: number
}

const dayMs = 86_400_000
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const days = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])

/** How a permit stands on a day, "2026-11-30". */
export function permitState(
  { properties }: Pick<Item, 'properties'>,
  permit: Permit,
  today: string,
): PermitState {
  const until = text(properties.valid_to) ?? today
  const daysLeft = Math.round((Date.parse(until) - Date.parse(today)) / dayMs)
  const isYet = (text(properties.valid_from) ?? today) <= today
  const state = daysLeft < 0 ? 'expired' : !isYet ? 'not-yet' : daysLeft <= soonDays ? 'soon' : 'valid'
  return { daysLeft, state, outside: permit ? outsideOf(properties, permit) : 0 }
}

function outsideOf(properties: Item['properties'], permit: NonNullable<Permit>): number {
  const [from, to] = [text(properties[permit.from]), text(properties[permit.to])]
  const allowedDays = days(properties[permit.weekdays])
  if (from === null && to === null && allowedDays.length === 0) return 0
  const serving = { from: text(properties.hours_from) ?? '00:00', to: text(properties.hours_to) ?? '00:00' }
  const served = hoursOfWeek({ weekdays: days(properties.weekdays), ...serving })
  // A permit for days alone allows what begins on them.
  const allowed = hoursOfWeek({ weekdays: allowedDays, from: from ?? serving.from, to: to ?? serving.to })
  const beyond = served.reduce((sum, share, hour) => sum + Math.max(0, share - allowed[hour]!), 0)
  return Math.round(beyond * 10) / 10
}

/** Whether somebody has to do something about it. */
export const isUrgent = ({ state, outside }: PermitState): boolean =>
  state === 'expired' || state === 'soon' || outside > 0

/** What needs doing first comes first: what has expired, then what ends soonest. */
export const byUrgency = (a: PermitState, b: PermitState): number => a.daysLeft - b.daysLeft
