import { hoursOfWeek, type WeekHours } from './week-hours.ts'

/** A cell of the week: day 0-6 Monday first, hour 0-23. */
export interface WeekCell {
  readonly day: number
  readonly hour: number
}

/** Hours of the week in the rectangle between two cells. */
export function hoursWithin(one: WeekCell, other: WeekCell): WeekHours {
  const [top, bottom] = [Math.min(one.day, other.day), Math.max(one.day, other.day)]
  const [left, right] = [Math.min(one.hour, other.hour), Math.max(one.hour, other.hour)]
  const all: number[] = []
  for (let day = top; day <= bottom; day++)
    for (let hour = left; hour <= right; hour++) all.push(day * 24 + hour)
  return all
}

/** What is chosen once some hours are added, or taken away where all of them were; undefined where that is no choice. */
export function toggled(chosen: WeekHours | undefined, hours: WeekHours): WeekHours | undefined {
  const held = new Set(chosen)
  const taken = hours.every((hour) => held.has(hour))
  for (const hour of hours) {
    if (taken) held.delete(hour)
    else held.add(hour)
  }
  return choiceOf([...held])
}

/** The hours ascending; undefined for none and for all, which both choose nothing. */
export const choiceOf = (hours: readonly number[]): WeekHours | undefined =>
  hours.length > 0 && hours.length < hoursOfWeek ? hours.toSorted((a, b) => a - b) : undefined

/** Where an arrow key leads in the grid; null for other keys. */
export function stepBy(key: string, { day, hour }: WeekCell): WeekCell | null {
  const held = (value: number, most: number) => Math.max(0, Math.min(most, value))
  switch (key) {
    case 'ArrowUp':
      return { day: held(day - 1, 6), hour }
    case 'ArrowDown':
      return { day: held(day + 1, 6), hour }
    case 'ArrowLeft':
      return { day, hour: held(hour - 1, 23) }
    case 'ArrowRight':
      return { day, hour: held(hour + 1, 23) }
    case 'Home':
      return { day, hour: 0 }
    case 'End':
      return { day, hour: 23 }
    default:
      return null
  }
}
