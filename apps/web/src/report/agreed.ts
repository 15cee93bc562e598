const key = 'trygghetskartan.report.agreed'
/** Of so many places it is remembered that one has agreed. */
const most = 50

/** Public places one has said “me too” of on this device: one is not asked again. */
export function readAgreed(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(key) ?? '[]') as string[])
  } catch {
    return new Set()
  }
}

export function keepAgreed(place: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([place, ...readAgreed()].slice(0, most)))
  } catch {
    // Then one is asked again.
  }
}
