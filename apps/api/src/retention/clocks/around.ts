import type { ClockRule } from './clock.ts'

export const accessibilityFaults = {
  kind: 'accessibility-faults',
  title: { sv: 'Felanmälningar om tillgänglighet', en: 'Reported faults in accessibility' },
  rule: {
    sv: 'Felanmälan tas bort. Den har inget namn, och i texten får inga personuppgifter stå.',
    en: 'The report is removed. It has no name, and no personal data may stand in its text.',
  },
  keep: 'P2Y',
  from: { sv: 'dagen då felanmälan kom in', en: 'the day it came in' },
  open: true,
} as const satisfies ClockRule
