import type { Catalogue } from './text.ts'

export const retention = {
  lead: {
    sv: 'Hur länge varje slags uppgift sparas, och varför. Det vars tid är ute tas bort av sig självt varje natt; här kan du se det i förväg eller göra det nu.',
    en: 'How long each kind of data is kept, and why. What has run out is removed by itself every night; here you can see it beforehand or do it now.',
  },
  preview: { sv: 'Visa vad som skulle tas bort', en: 'Show what would go' },
  previewTitle: { sv: 'Detta skulle tas bort nu', en: 'This would go now' },
  nothing: { sv: 'Inget att ta bort', en: 'Nothing to remove' },
  runNow: { sv: 'Gallra nu', en: 'Remove now' },
  sure: { sv: 'Gallra nu?', en: 'Remove now?' },
  sureHelp: (n: string) => ({
    sv: `${n} poster tas bort för alltid. Det går inte att ångra. Gallringen skrivs i spårloggen.`,
    en: `${n} records are removed for ever. It cannot be undone. The removal is written to the audit trail.`,
  }),
  done: (n: string) => ({ sv: `${n} poster gallrade`, en: `${n} records removed` }),
  countsFrom: { sv: 'Räknas från', en: 'Counts from' },
  total: { sv: 'Finns nu', en: 'There are now' },
  due: { sv: 'Tiden är ute', en: 'Time is up' },
  nextDue: { sv: 'Nästa', en: 'Next' },
  runs: { sv: 'Genomförda gallringar', en: 'Removals done' },
  noRuns: { sv: 'Ingen gallring ännu', en: 'No removal yet' },
  kind: { sv: 'Slag', en: 'Kind' },
  rows: { sv: 'Poster', en: 'Records' },
  when: { sv: 'När', en: 'When' },
  how: { sv: 'Hur', en: 'How' },
  dryRun: { sv: 'Granskning', en: 'Preview' },
  realRun: { sv: 'Gallring', en: 'Removal' },
  what: { sv: 'Vad', en: 'What' },
} satisfies Catalogue
