import type { Catalogue } from './text.ts'

/** Words of decisions: who takes them, what they say. */
export const decisions = {
  title: { sv: 'Beslut', en: 'Decisions' },
  text: { sv: 'Beslut och skäl', en: 'Decision and reasons' },
  textHelp: {
    sv: 'Vad som beslutas och varför. Sparas för gott tillsammans med steget.',
    en: 'What is decided, and why. Kept for good with the step.',
  },
  textMissing: { sv: 'Skriv vad som beslutas och varför.', en: 'Write what is decided, and why.' },
  reference: { sv: 'Diarienummer', en: 'Case number' },
  referenceHelp: { sv: 'Till exempel KS 2026/123.', en: 'Such as KS 2026/123.' },
  body: { sv: 'Beslutat av', en: 'Decided by' },
  bodyHelp: {
    sv: 'Nämnd, utskott eller delegation, inte en person.',
    en: 'Board, committee or delegation, not a person.',
  },
  others: (steps: string) => ({
    sv: `${steps} tas av den som fått rätt att besluta av en administratör.`,
    en: `${steps}: by those whom an administrator has given the right to decide.`,
  }),
  takenAs: (status: string) => ({
    sv: `Beslut: ${status.toLowerCase()}`,
    en: `Decision: ${status.toLowerCase()}`,
  }),
  by: (name: string) => ({ sv: `infört av ${name}`, en: `entered by ${name}` }),
  decides: { sv: 'Får fatta beslut', en: 'May decide' },
  decidesHelp: {
    sv: 'Tar stegen beslutad och avslagen, och signerar underlag för kameror.',
    en: 'Takes the steps decided and declined, and signs the dossiers of cameras.',
  },
} satisfies Catalogue
