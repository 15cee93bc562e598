import type { AuditVerification } from '../contract-admin.ts'

export type AuditProblem = AuditVerification['problems'][number]

const span = (from: number, to: number) =>
  from === to
    ? { sv: `Post ${from}`, en: `Entry ${from}` }
    : { sv: `Posterna ${from}–${to}`, en: `Entries ${from}–${to}` }

/** What a verification can find, in words. */
export const problem = {
  changed: (seq: number): AuditProblem => ({
    seq,
    kind: 'changed',
    text: {
      sv: `Post ${seq} har ändrats efter att den skrevs.`,
      en: `Entry ${seq} has been changed since it was written.`,
    },
  }),
  missing: (from: number, to: number): AuditProblem => ({
    seq: from,
    kind: 'missing',
    text: { sv: `${span(from, to).sv} saknas.`, en: `${span(from, to).en} missing.` },
  }),
  reordered: (seq: number, belongs: number): AuditProblem => ({
    seq,
    kind: 'reordered',
    text: {
      sv: `På plats ${seq} står det som skrevs som post ${belongs}.`,
      en: `In place ${seq} stands what was written as entry ${belongs}.`,
    },
  }),
  tailMissing: (from: number, to: number): AuditProblem => ({
    seq: from,
    kind: 'tail-missing',
    text: {
      sv: `${span(from, to).sv} i slutet saknas: loggen har varit längre.`,
      en: `${span(from, to).en} at the end missing: the trail has been longer.`,
    },
  }),
  headMismatch: (seq: number): AuditProblem => ({
    seq,
    kind: 'head-mismatch',
    text: {
      sv: `Post ${seq} är inte den som exporterades: loggen har skrivits om.`,
      en: `Entry ${seq} is not the one that was exported: the trail has been rewritten.`,
    },
  }),
  unreadableHead: (): AuditProblem => ({
    seq: null,
    kind: 'head-mismatch',
    text: {
      sv: 'En rad bland de exporterade kedjehuvudena går inte att läsa.',
      en: 'A line among the exported heads cannot be read.',
    },
  }),
}
