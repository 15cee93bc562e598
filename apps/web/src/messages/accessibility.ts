import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

/** Accessibility statement (act 2018:1937 on accessibility of digital public services) and the form for faults. */
export const accessibility = {
  title: { sv: 'Tillgänglighet', en: 'Accessibility' },
  lead: {
    sv: 'Tillgänglighetsredogörelse för Trygghetskartan.',
    en: 'Accessibility statement of Trygghetskartan.',
  },
  statement: (municipality: string) => ({
    sv: `${municipality} står bakom den här webbplatsen. Vi vill att alla ska kunna använda den. Här står hur den uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, kända brister och hur du kan rapportera fler.`,
    en: `${municipality} stands behind this website. We want everyone to be able to use it. Here is how it meets the act (2018:1937) on accessibility of digital public services, what falls short, and how to report more.`,
  }),
  how: { sv: 'Hur tillgänglig är webbplatsen?', en: 'How accessible is the website?' },
  level: {
    sv: 'Webbplatsen är delvis förenlig med lagen: den är byggd för WCAG 2.1 nivå AA (EN 301 549), med undantagen nedan.',
    en: 'The website is partly compliant: it is built for WCAG 2.1 level AA (EN 301 549), with the exceptions below.',
  },
  missing: { sv: 'Vad som inte är uppfyllt', en: 'What is not met' },
  others: { sv: 'Vad lagen inte omfattar', en: 'What the act does not cover' },
  tested: { sv: 'Hur vi har prövat', en: 'How it was assessed' },
  testedHow: {
    sv: 'Vid varje ändring prövas sidorna maskinellt med axe mot WCAG 2.1 AA och går att använda med bara tangentbord i automatiska prov, på mobil och dator, ljust och mörkt. Det är en egen bedömning. Ingen utomstående har granskat webbplatsen, och inga prov med användare av hjälpmedel har redovisats här.',
    en: 'With each change the pages are checked by machine with axe against WCAG 2.1 AA, and used by keyboard alone in automatic tests, on phone and desktop, light and dark. This is a self-assessment. Nobody from outside has reviewed the website, and no tests with users of assistive technology are reported here.',
  },
  alternative: { sv: 'Behöver du innehållet på annat sätt?', en: 'Do you need the content in another way?' },
  alternativeHelp: {
    sv: 'Allt på kartan finns också som lista, med samma filter: välj ”Visa som lista”. Räcker inte det kan du höra av dig.',
    en: 'Everything on the map is also in a list with the same filters: choose “Show as list”. Get in touch if that is not enough.',
  },
  supervision: { sv: 'Tillsyn', en: 'Supervision' },
  supervisionHelp: {
    sv: 'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi har svarat på ditt påpekande kan du anmäla det till Digg.',
    en: 'The Agency for Digital Government (Digg) supervises the act. If you are not content with how we have dealt with your remark, you can report it to Digg.',
  },
  digg: { sv: 'Anmäl till Digg (digg.se)', en: 'Report to Digg (digg.se)' },
  law: {
    sv: 'Lagen (2018:1937) om tillgänglighet till digital offentlig service och Diggs föreskrifter (MDFFS 2019:2).',
    en: 'Act (2018:1937) on accessibility of digital public services and the regulations of Digg (MDFFS 2019:2).',
  },
  form: { sv: 'Anmäl en brist', en: 'Report a fault' },
  formHelp: {
    sv: 'Skriv inga namn eller kontaktuppgifter. Vi kan inte svara dig här, men vi läser allt. Vill du ha svar, kontakta kommunen.',
    en: 'Write no names or contact details. We cannot answer you here, but we read everything. Contact the municipality if you want an answer.',
  },
  page: { sv: 'Vilken sida gäller det?', en: 'Which page is it about?' },
  pageHelp: {
    sv: 'Till exempel kartan, eller sidans adress.',
    en: 'Such as the map, or the address of the page.',
  },
  what: { sv: 'Vad fungerar inte?', en: 'What does not work?' },
  aid: { sv: 'Webbläsare eller hjälpmedel', en: 'Browser or assistive technology' },
  aidHelp: { sv: 'Till exempel NVDA med Firefox. Frivilligt.', en: 'Such as NVDA with Firefox. Optional.' },
  send: { sv: 'Skicka', en: 'Send' },
  needed: { sv: 'Fyll i det här.', en: 'Fill this in.' },
  sent: { sv: 'Tack, vi har fått din anmälan', en: 'Thank you, we have your report' },
  sentHelp: {
    sv: 'Den är sparad utan något om vem du är.',
    en: 'It is kept without anything of who you are.',
  },
  again: { sv: 'Anmäl en till', en: 'Report another' },
  faults: { sv: 'Felanmälningar om tillgänglighet', en: 'Reported faults in accessibility' },
  noFaults: { sv: 'Inget är anmält', en: 'Nothing is reported' },
  received: { sv: 'Kom in', en: 'Received' },
  handled: { sv: 'Omhändertaget', en: 'Dealt with' },
  markHandled: { sv: 'Markera som klart', en: 'Mark as dealt with' },
} satisfies Catalogue

/** Known shortcomings: what, and for whom it matters. */
export const shortcomings: readonly Text[] = [
  {
    sv: 'Att rita sträckor och ytor på en karta kräver muspekare eller finger. En punkt går att välja med tangentbord, och platser går att söka.',
    en: 'Drawing stretches and areas on a map takes a mouse or a finger. A point can be chosen by keyboard, and places can be searched.',
  },
  {
    sv: 'Texter som kommunens medarbetare skriver om åtgärder kan vara svårare att läsa än de borde.',
    en: 'Texts that staff write about measures can be harder to read than they should be.',
  },
  {
    sv: 'Kartans egna namn på gator och platser ritas i bilden och läses inte upp.',
    en: 'The map’s own names of streets and places are drawn in the picture and not read out.',
  },
]

export const outside: readonly Text[] = [
  {
    sv: 'Kartor som inte är till för navigering är undantagna. Det de visar finns ändå som lista.',
    en: 'Maps that are not meant for navigation are exempt. What they show is in a list all the same.',
  },
]
