/** Month names by their first letters, Swedish and English. */
const months = ['jan', 'feb', 'mar', 'apr', 'maj|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec']

/**
 * A calendar day as people write it: "2026-05-01", "20260501", "1/5 2026", "1.5.2026", "1 maj 2026". Day before month, as
 * in Swedish. Returns "2026-05-01", or null where it is no day that exists.
 */
export function parseDate(text: string): string | null {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4})$/.exec(plain)
  if (local) return dayOf(Number(local[3]), Number(local[2]), Number(local[1]))
  const named = /^(\d{1,2})(?::e|:a|th|st|nd|rd)?\s+([a-zåäö]{3,})\.?\s+(\d{4})$/.exec(plain)
  if (!named) return null
  const month = months.findIndex((names) => names.split('|').some((name) => named[2]?.startsWith(name)))
  return dayOf(Number(named[3]), month + 1, Number(named[1]))
}

/** A time of day as people write it: "18:30", "18.30", "1830", "kl 18". Returns "18:30", or null. */
export function parseTime(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^kl\.?\s*/, '')
  const [, hour, minute = '00'] =
    /^(\d{1,2})$/.exec(plain) ?? /^(\d{1,2})[:.](\d{2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 ? date.toISOString().slice(0, 10) : null
}
