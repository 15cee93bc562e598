/** What a number format shows of a number: a date, a time of day, both, or neither. */
export interface Shown {
  readonly date: boolean
  readonly time: boolean
}

const plain: Shown = { date: false, time: false }

/** Built-in formats of ECMA-376 part 1, 18.8.30, and those of East Asian versions. */
export function shownByNumber(id: number): Shown {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id === 36)
    return { date: true, time: false }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35))
    return { date: false, time: true }
  return id === 22 ? { date: true, time: true } : plain
}

/** A format of the workbook's own, such as `yyyy\-mm\-dd hh:mm`. */
export function shownByCode(code: string): Shown {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  const time = /[hs]/.test(bare)
  return { date: /[yd]/.test(bare) || (!time && /m/.test(bare)), time }
}

const daySeconds = 86_400

/**
 * A number as its cell shows it: "2026-05-01", "14:30", "2026-05-01 14:30", or the number. Days are counted from 1899-12-30
 * (Excel believes in 29 February 1900: dates before March 1900 are a day off), or from 1904-01-01.
 */
export function textOfNumber(raw: string, { date, time }: Shown, from1904: boolean): string {
  if (!date && !time) return raw
  const value = Number(raw)
  if (!Number.isFinite(value) || value < 0 || value > 2_958_466) return raw
  const seconds = Math.round(value * daySeconds)
  const moment = new Date(
    (Date.UTC(1899, 11, 30) / 1000 + (from1904 ? 1462 * daySeconds : 0) + seconds) * 1000,
  )
  const text = moment.toISOString()
  const clock = text.endsWith(':00.000Z') ? text.slice(11, 16) : text.slice(11, 19)
  if (!date) return clock
  return time || seconds % daySeconds !== 0 ? `${text.slice(0, 10)} ${clock}` : text.slice(0, 10)
}
