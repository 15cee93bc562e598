import type { Catalogue } from './text.ts'

/** Neighbourhood watch: where it is, and how one joins. */
export const watch = {
  title: { sv: 'Grannsamverkan', en: 'Neighbourhood watch' },
  lead: {
    sv: 'Grannar som hjälps åt att hålla uppsikt, tillsammans med polis och kommun.',
    en: 'Neighbours who keep an eye out together, with the police and the municipality.',
  },
  areas: { sv: 'Områden', en: 'Areas' },
  mapLabel: { sv: 'Karta över områden med grannsamverkan', en: 'Map of areas with neighbourhood watch' },
  none: { sv: 'Inga områden är registrerade än', en: 'No areas are registered yet' },
  noneHelp: { sv: 'Läs nedan hur ni startar ett.', en: 'Read below how to start one.' },
  lastMeeting: (day: string) => ({ sv: `Senaste möte ${day}`, en: `Last meeting ${day}` }),
  noMeeting: { sv: 'Inget möte är registrerat', en: 'No meeting is registered' },
  join: { sv: 'Så går du med', en: 'How to join' },
  joinSteps: [
    {
      sv: 'Bor du i ett av områdena? Kontakta kommunen, så förmedlar de kontakten till områdets ombud.',
      en: 'Do you live in one of the areas? Contact the municipality, and it puts you in touch with the area’s representative.',
    },
    {
      sv: 'Finns inget område? Prata med grannarna: det räcker att flera hushåll vill, och att någon är kontaktombud.',
      en: 'Is there no area? Talk with the neighbours: it takes some households that want to, and somebody to be their representative.',
    },
    {
      sv: 'Polis och kommun håller ett startmöte. Därefter träffas ni ungefär en gång om året.',
      en: 'The police and the municipality hold a first meeting. After that you meet about once a year.',
    },
    {
      sv: 'Sätt upp skyltarna, håll kontaktlistan aktuell, och berätta för varandra när ni är bortresta.',
      en: 'Put up the signs, keep the list of contacts up to date, and tell each other when you are away.',
    },
  ],
  not: {
    sv: 'Grannsamverkan är ingen vaktstyrka: vid brott som pågår, ring 112. Lägg aldrig ut namn eller bilder på människor ni misstänker.',
    en: 'Neighbourhood watch is no guard force: call 112 when a crime is going on. Never publish names or pictures of people you suspect.',
  },
  source: {
    sv: 'Samverkan mot brott (samverkanmotbrott.se) och Polisen (polisen.se): om grannsamverkan.',
    en: 'Samverkan mot brott (samverkanmotbrott.se) and the Swedish Police (polisen.se): on neighbourhood watch.',
  },
} satisfies Record<string, Catalogue[string] | readonly { sv: string; en: string }[]>
