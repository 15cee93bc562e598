const parts = new Intl.DateTimeFormat('sv-SE', {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
})

/** The clock on the wall in Sweden as minutes since 1970-01-01 00:00, as the table of incidents has it. */
export function wallMinute(instant: Date): number {
  const of = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(of.year!, of.month! - 1, of.day, of.hour, of.minute) / 60_000
}

/** When the wall says so; of an hour that comes twice the first. */
export function instantOf(wall: number): Date {
  const summer = new Date((wall - 120) * 60_000)
  return wallMinute(summer) === wall ? summer : new Date((wall - 60) * 60_000)
}

/** "HH:MM" */
export const clockOf = (wall: number): string => new Date(wall * 60_000).toISOString().slice(11, 16)

/** YYYY-MM-DD of a minute on the wall. */
export const dayOf = (wall: number): string => new Date(wall * 60_000).toISOString().slice(0, 10)

/** Minute on the wall at which a day begins. */
export const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 60_000
