const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Sweden of an instant, "2026-11-30". */
export const dayInSweden = (at: Date): string => local.format(at)
