const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The day and time on Swedish clocks at an instant. */
export function swedishClock(iso: string): { day: string; time: string } {
  const [day = '', time = ''] = clock.format(new Date(iso)).split(' ')
  return { day, time }
}

/** The instant at which Swedish clocks show a day and time, whatever clock the device keeps. In the hour that is there twice, the first. */
export function swedishInstant(day: string, time: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const hour = 3_600_000
  for (const ahead of [2, 1]) {
    const iso = new Date(asUtc - ahead * hour).toISOString()
    const shown = swedishClock(iso)
    if (shown.day === day && shown.time === time) return iso
  }
  // The hour that is skipped in spring.
  return new Date(asUtc - hour).toISOString()
}
