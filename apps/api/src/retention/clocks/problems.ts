import type { ClockRule } from './clock.ts'

export const problems = {
  kind: 'problems',
  title: { sv: 'Avslutade problem', en: 'Closed problems' },
  rule: {
    sv: 'Problem som har avslutats tas bort med underlag, mätvärden, kopplingar och historik. Öppna problem berörs inte.',
    en: 'Problems that have been closed go with their evidence, readings, links and history. Open ones are not touched.',
  },
  keep: 'P10Y',
  from: { sv: 'när de senast ändrades', en: 'when they were last changed' },
} as const satisfies ClockRule

export const operations = {
  kind: 'operations',
  title: { sv: 'Gemensamma insatser', en: 'Joint operations' },
  rule: {
    sv: 'Insatser som inte hör till något problem tas bort med sin historik. De andra följer problemet.',
    en: 'Operations that answer to no problem go with their history. The others go with the problem.',
  },
  keep: 'P5Y',
  from: { sv: 'när de slutade', en: 'when they ended' },
} as const satisfies ClockRule
