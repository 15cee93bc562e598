import type { ClockRule } from './clock.ts'

export const reportMessages = {
  kind: 'report-messages',
  title: { sv: 'Samtal om rapporter', en: 'Talk about reports' },
  rule: {
    sv: 'Frågor och svar mellan kommunen och den som har rapporterat tas bort när rapporten är avslutad. De som gäller öppna rapporter är kvar.',
    en: 'Questions and answers between the municipality and who has reported are removed where the report is closed. Those about open ones stay.',
  },
  keep: 'P1Y',
  from: { sv: 'när de skrevs', en: 'when they were written' },
} as const satisfies ClockRule

export const receipts = {
  kind: 'receipts',
  title: { sv: 'Kvitton på borttagna rapporter', en: 'Receipts of reports that are gone' },
  rule: {
    sv: 'Av en rapport som har återtagits eller tagits bort finns bara kvittot kvar, så att den inte kommer in igen. Det säger inget om vad som stod i den.',
    en: 'Of a report that has been taken back or removed only the receipt is left, so that it does not come in again. It tells nothing of what the report said.',
  },
  keep: 'P1Y',
  from: { sv: 'dagen då rapporten togs bort', en: 'the day the report was removed' },
} as const satisfies ClockRule

export const reportedPlaces = {
  kind: 'reported-places',
  title: { sv: 'Platser som har setts över', en: 'Places that have been looked at' },
  rule: {
    sv: 'Platser som är åtgärdade, eller där ingen åtgärd görs, tas bort från kartan med sin historik. De som ses över är kvar.',
    en: 'Places that are done, or where nothing is done, leave the map with their history. Those being looked at stay.',
  },
  keep: 'P5Y',
  from: { sv: 'när de senast ändrades', en: 'when they were last changed' },
} as const satisfies ClockRule
