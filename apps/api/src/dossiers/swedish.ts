import type { WeekHours } from '@trygghetskartan/siting'

/** How documents write in Swedish: the same everywhere, whatever the server's own language is. */

/** A number with a decimal comma and thin groups: 12 500,5. */
export function number(value: number, decimals = 0): string {
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '\u2212' : ''
  return `${sign}${grouped}${part ? `,${part}` : ''}`
}

/** A share from 0 to 1 in whole per cent. */
export const percent = (share: number): string => `${number(share * 100)}\u00a0procent`

/** "a, b och c" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
]

/** A day "YYYY-MM-DD" as "22 november 2026". */
export function day(date: string): string {
  const [year, month, date1] = date.slice(0, 10).split('-').map(Number)
  return `${date1} ${months[(month ?? 1) - 1]} ${year}`
}

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** An instant as "22 november 2026 kl. 14.05", Swedish time. */
export function instant(iso: string): string {
  const [date = '', time = ''] = local.format(new Date(iso)).split(' ')
  return `${day(date)} kl.\u00a0${time.replace(':', '.')}`
}

const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']

/** ISO weekdays as "måndag–fredag", "fredag och lördag", "alla dagar". */
export function days(of: readonly number[]): string {
  const sorted = [...new Set(of)].sort((a, b) => a - b)
  if (sorted.length === 0 || sorted.length === 7) return 'alla dagar'
  const names = sorted.map((one) => weekdays[one - 1]!)
  const together = sorted.at(-1)! - sorted[0]! === sorted.length - 1
  return together && sorted.length > 2 ? `${names[0]}–${names.at(-1)}` : listed(names)
}

const clock = (hour: string): string => hour.replace(':', '.')

/** "fredag och lördag kl. 20.00–04.00"; "dygnet runt" where there is no end. */
export function hoursText(hours: WeekHours): string {
  const on = days(hours.weekdays)
  if (hours.from === hours.to) return on === 'alla dagar' ? 'dygnet runt alla dagar' : `dygnet runt ${on}`
  return `${on} kl.\u00a0${clock(hours.from)}–${clock(hours.to)}`
}

/** "inga kameror", "en kamera", "3 kameror". */
export const counted = (n: number, one: string, several: string): string =>
  n === 0 ? `inga ${several}` : n === 1 ? one : `${number(n)}\u00a0${several}`
