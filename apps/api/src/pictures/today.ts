const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day an instant is in, Swedish time: 2026-11-30. */
export const today = (at: Date): string => local.format(at)
