import type { Text } from '@trygghetskartan/api/contract'

const units: Readonly<Record<string, readonly [one: Text, many: Text]>> = {
  Y: [
    { sv: 'år', en: 'year' },
    { sv: 'år', en: 'years' },
  ],
  M: [
    { sv: 'månad', en: 'month' },
    { sv: 'månader', en: 'months' },
  ],
  W: [
    { sv: 'vecka', en: 'week' },
    { sv: 'veckor', en: 'weeks' },
  ],
  D: [
    { sv: 'dygn', en: 'day' },
    { sv: 'dygn', en: 'days' },
  ],
  TH: [
    { sv: 'timme', en: 'hour' },
    { sv: 'timmar', en: 'hours' },
  ],
  TM: [
    { sv: 'minut', en: 'minute' },
    { sv: 'minuter', en: 'minutes' },
  ],
  TS: [
    { sv: 'sekund', en: 'second' },
    { sv: 'sekunder', en: 'seconds' },
  ],
}

const counted = (figure: number, unit: string): Text => {
  const [one, many] = units[unit]!
  const text = figure === 1 ? one : many
  return { sv: `${figure} ${text.sv}`, en: `${figure} ${text.en}` }
}

/** An ISO 8601 duration in words: P5Y is five years. What cannot be read is left as it is. */
export function durationWords(iso: string): Text {
  const [, date, time] = /^P([\dYMWD]*)(?:T([\dHMS]+))?$/.exec(iso) ?? []
  const parts = [
    ...[...(date ?? '').matchAll(/(\d+)([YMWD])/g)].map(([, figure, unit]) => counted(Number(figure), unit!)),
    ...[...(time ?? '').matchAll(/(\d+)([HMS])/g)].map(([, figure, unit]) =>
      counted(Number(figure), `T${unit}`),
    ),
  ]
  if (parts.length === 0) return { sv: iso, en: iso }
  return { sv: parts.map(({ sv }) => sv).join(' '), en: parts.map(({ en }) => en).join(' ') }
}

/** How often something is done: 7200 is "var 2:a timme", 60 is "varje minut". */
export function everyWords(seconds: number): Text {
  const [divisor, unit] =
    seconds % 86_400 === 0
      ? [86_400, 'D']
      : seconds % 3_600 === 0
        ? [3_600, 'TH']
        : seconds % 60 === 0
          ? [60, 'TM']
          : [1, 'TS']
  const figure = seconds / Number(divisor)
  const [one] = units[unit as string]!
  const ending = [1, 2].includes(figure % 10) && ![11, 12].includes(figure % 100) ? 'a' : 'e'
  return figure === 1
    ? { sv: `varje ${one.sv}`, en: `every ${one.en}` }
    : { sv: `var ${figure}:${ending} ${one.sv}`, en: `every ${counted(figure, unit as string).en}` }
}
