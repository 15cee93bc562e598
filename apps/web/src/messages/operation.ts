import type { Catalogue } from './text.ts'

export const operation = {
  lead: (version: string) => ({
    sv: `Hur systemet mår just nu. Version ${version}.`,
    en: `How the system is right now. Version ${version}.`,
  }),
  jobs: { sv: 'Jobb som går av sig själva', en: 'Jobs that run by themselves' },
  job: { sv: 'Jobb', en: 'Job' },
  failing: (n: number) => ({
    sv: n === 0 ? 'Allt går som det ska' : n === 1 ? 'Ett jobb har misslyckats' : `${n} jobb har misslyckats`,
    en: n === 0 ? 'All is well' : n === 1 ? 'One job has failed' : `${n} jobs have failed`,
  }),
  failingHelp: {
    sv: 'Läs meddelandet i tabellen. Jobbet försöker igen av sig självt, eller kör det nu.',
    en: 'Read the message in the table. The job tries again by itself, or run it now.',
  },
  outcome: { sv: 'Läge', en: 'State' },
  running: { sv: 'Pågår', en: 'Running' },
  notYet: { sv: 'Inte kört ännu', en: 'Not run yet' },
  ok: { sv: 'Gick bra', en: 'Went well' },
  failed: { sv: 'Misslyckades', en: 'Failed' },
  lastRun: { sv: 'Senast', en: 'Last' },
  nextRun: { sv: 'Nästa gång', en: 'Next' },
  runNow: { sv: 'Kör nu', en: 'Run now' },
  runNamed: (job: string) => ({ sv: `Kör ${job} nu`, en: `Run ${job} now` }),
  started: (job: string) => ({ sv: `${job}: klart`, en: `${job}: done` }),
  layers: { sv: 'Lager', en: 'Layers' },
  layer: { sv: 'Lager', en: 'Layer' },
  objects: { sv: 'Objekt', en: 'Objects' },
  changedAt: { sv: 'Senast ändrat', en: 'Last changed' },
  seenBy: { sv: 'Syns för', en: 'Seen by' },
} satisfies Catalogue
