import type { Catalogue } from './text.ts'

/** Safety walks: those that come, and what came of the others. */
export const walks = {
  title: { sv: 'Trygghetsvandringar', en: 'Safety walks' },
  lead: {
    sv: 'Boende, kommun och polis går tillsammans och ser vad som gör ett stråk tryggt eller otryggt.',
    en: 'Residents, municipality and police walk together and see what makes a stretch safe or unsafe.',
  },
  coming: { sv: 'Kommande vandringar', en: 'Coming walks' },
  noneComing: { sv: 'Ingen vandring är planerad just nu', en: 'No walk is planned right now' },
  takePart: { sv: 'Så är du med', en: 'How to take part' },
  takePartHelp: {
    sv: 'Anmäl dig till kommunen. Högst 20 personer går med, så att alla hinner komma till tals. Före vandringen är det ett kort förmöte, efteråt ett möte där ni får veta vad som blir gjort.',
    en: 'Tell the municipality that you want to come. At most 20 people walk, so that everyone is heard. There is a short meeting before the walk, and one afterwards where you are told what will be done.',
  },
  earlier: { sv: 'Vad det blev av tidigare vandringar', en: 'What came of earlier walks' },
  noneEarlier: { sv: 'Ingen vandring har gjorts än', en: 'No walk has been made yet' },
  noAnswers: { sv: 'Inga svar är publicerade än.', en: 'No answers are published yet.' },
  answers: (n: number) => ({
    sv: n === 1 ? '1 iakttagelse har fått svar' : `${n} iakttagelser har fått svar`,
    en: n === 1 ? '1 remark has been answered' : `${n} remarks have been answered`,
  }),
  organiser: (name: string) => ({ sv: `Arrangör: ${name}`, en: `Organiser: ${name}` }),
  by: (day: string) => ({ sv: `Klart senast ${day}`, en: `To be done by ${day}` }),
} satisfies Catalogue
