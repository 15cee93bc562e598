import type { ClockRule } from './clock.ts'

export const photos = {
  kind: 'photos',
  title: { sv: 'Fotografier', en: 'Photographs' },
  rule: {
    sv: 'Fotografier av platser tas bort. Kamerors fotografier hör till dokumentationen och följer kameran.',
    en: 'Photographs of places are removed. Those of cameras belong to the documentation and go with the camera.',
  },
  keep: 'P5Y',
  from: { sv: 'när de lades till', en: 'when they were added' },
  open: true,
} as const satisfies ClockRule

export const notes = {
  kind: 'notes',
  title: { sv: 'Anteckningar', en: 'Notes' },
  rule: {
    sv: 'Anteckningar bredvid objekt tas bort. De som står vid kameror hör till dokumentationen och följer kameran.',
    en: 'Notes beside objects are removed. Those beside cameras belong to the documentation and go with the camera.',
  },
  keep: 'P5Y',
  from: { sv: 'när de skrevs', en: 'when they were written' },
} as const satisfies ClockRule

export const history = {
  kind: 'history',
  title: { sv: 'Ändringshistorik', en: 'History of changes' },
  rule: {
    sv: 'Gamla ändringar tas bort, objekten är kvar. Historiken för rapporter, händelser och kameror som finns kvar följer objektet.',
    en: 'Old changes are removed, the objects stay. The history of reports, events and cameras that remain goes with the object.',
  },
  keep: 'P5Y',
  from: { sv: 'när ändringen gjordes', en: 'when the change was made' },
} as const satisfies ClockRule

export const removed = {
  kind: 'removed',
  title: { sv: 'Borttagna rapporter och händelser', en: 'Removed reports and events' },
  rule: {
    sv: 'Vad som stod i rapporter och händelser som en import har ersatt eller någon har tagit bort finns kvar i historiken och tas bort ur den.',
    en: 'What reports and events said that an import has replaced or somebody has removed is left in the history, and goes from there.',
  },
  keep: 'P1Y',
  from: { sv: 'när ändringen gjordes', en: 'when the change was made' },
  open: true,
} as const satisfies ClockRule

export const reports = {
  kind: 'reports',
  title: { sv: 'Rapporter om otrygga platser', en: 'Reports of unsafe places' },
  rule: {
    sv: 'Rapporten tas bort med sin historik, och vad som stod i den försvinner ur spårloggen. Personuppgifter får inte sparas längre än de behövs (dataskyddsförordningen artikel 5.1 e).',
    en: 'The report goes with its history, and what it said leaves the audit trail. Personal data may not be kept longer than needed (GDPR article 5.1 e).',
  },
  keep: 'P2Y',
  from: { sv: 'dagen då rapporten kom in', en: 'the day the report came in' },
  open: true,
} as const satisfies ClockRule

export const incidents = {
  kind: 'incidents',
  title: { sv: 'Polisens händelser', en: 'Police events' },
  rule: {
    sv: 'Händelsen tas bort med sin historik. Uppgifter om brott behandlas bara av myndigheter, polisens enligt egen lag.',
    en: 'The event goes with its history. Offence data is processed by authorities alone, that of the police under its own law.',
  },
  keep: 'P3Y',
  from: {
    sv: 'när den inträffade, annars när den publicerades',
    en: 'when it occurred, or else was published',
  },
  open: true,
} as const satisfies ClockRule
