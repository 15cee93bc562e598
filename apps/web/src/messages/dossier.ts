import type { Text } from '@trygghetskartan/api/contract'
import type { DossierSection } from '@trygghetskartan/api/contract-decisions'
import type { Catalogue } from './text.ts'

interface SectionWords {
  readonly title: Text
  readonly help: Text
}

/** Parts of the dossier in the order they are read. */
export const dossierSections: Readonly<Record<DossierSection, SectionWords>> = {
  problem: {
    title: { sv: 'Problemet på platsen', en: 'The problem at the place' },
    help: {
      sv: 'Vad som har hänt just här, hur ofta och sedan när. Det dokumenterade problemet, inte staden i stort.',
      en: 'What has happened right here, how often and since when. The documented problem, not the town at large.',
    },
  },
  hours: {
    title: { sv: 'Tiderna', en: 'The hours' },
    help: {
      sv: 'När problemen finns, och varför bevakningen behövs just de tiderna.',
      en: 'When the problems are there, and why surveillance is needed at those hours.',
    },
  },
  measures_tried: {
    title: { sv: 'Mindre ingripande åtgärder', en: 'Less intrusive measures' },
    help: {
      sv: 'Närvaro, belysning, röjning, larm: vad som prövats eller övervägts först, och varför det inte räcker.',
      en: 'Presence, lighting, clearing, alarms: what was tried or considered first, and why it is not enough.',
    },
  },
  area: {
    title: { sv: 'Området som bevakas', en: 'The area watched' },
    help: { sv: 'Vad kameran ser och hur skarpt.', en: 'What the camera sees, and how sharply.' },
  },
  private_ground: {
    title: { sv: 'Privat och känslig mark', en: 'Private and sensitive ground' },
    help: {
      sv: 'Bostäder, skolor, vård och platser för tro i bild, och hur de skyddas.',
      en: 'Homes, schools, care and places of worship in view, and how they are protected.',
    },
  },
  purpose: {
    title: { sv: 'Ändamål', en: 'Purpose' },
    help: {
      sv: 'Vad materialet får användas till, och till vad inte.',
      en: 'What the recordings may be used for, and what not.',
    },
  },
  storage: {
    title: { sv: 'Lagring', en: 'Storage' },
    help: { sv: 'Hur länge, var och hur det raderas.', en: 'How long, where, and how it is erased.' },
  },
  access: {
    title: { sv: 'Vem som ser bilderna', en: 'Who sees the pictures' },
    help: {
      sv: 'Roller, inte personer. Hur åtkomsten loggas.',
      en: 'Roles, not persons. How access is logged.',
    },
  },
  signs: {
    title: { sv: 'Skyltning och information', en: 'Signs and information' },
    help: { sv: 'Var skyltarna sitter och vad de säger.', en: 'Where the signs are and what they say.' },
  },
  contact: {
    title: { sv: 'Kontakt', en: 'Contact' },
    help: {
      sv: 'Dit den som bevakas kan vända sig, och dataskyddsombudet.',
      en: 'Where those who are watched can turn, and the data protection officer.',
    },
  },
  conclusion: {
    title: { sv: 'Avvägning och slutsats', en: 'Balancing and conclusion' },
    help: {
      sv: 'Väger bevakningsintresset tyngre än den enskildes intresse av att inte bevakas? Svara, och skriv skälen.',
      en: 'Does the interest in surveillance outweigh the individual’s interest in not being watched? Answer, and give the reasons.',
    },
  },
}

/** Words of the camera dossier (intresseavvägning). */
export const dossier = {
  title: { sv: 'Intresseavvägning', en: 'Balancing of interests' },
  lead: {
    sv: 'Underlaget måste vara klart och signerat innan kameran tas i drift.',
    en: 'It must be done and signed before the camera is put in operation.',
  },
  open: { sv: 'Öppna intresseavvägningen', en: 'Open the balancing of interests' },
  none: { sv: 'Ingen intresseavvägning ännu', en: 'No balancing of interests yet' },
  noneHelp: {
    sv: 'Kartan skriver ett första utkast: vad som hänt här och när, vad som prövats, vad kameran ser och vems mark det är. Du rättar och fyller i.',
    en: 'The map writes a first draft: what has happened here and when, what was tried, what the camera sees and whose ground it is. You correct and complete it.',
  },
  compose: { sv: 'Skriv utkast ur kartan', en: 'Draft it from the map' },
  renew: { sv: 'Läs om kartan', en: 'Read the map again' },
  renewHelp: {
    sv: 'Siffror och karta förnyas. Text som någon har ändrat står kvar.',
    en: 'Figures and map are renewed. Text that somebody has changed stays.',
  },
  newVersion: { sv: 'Börja en ny version', en: 'Begin a new version' },
  version: (n: number) => ({ sv: `Version ${n}`, en: `Version ${n}` }),
  draft: { sv: 'utkast', en: 'draft' },
  signed: { sv: 'signerad', en: 'signed' },
  signedBy: (name: string, title: string, when: string) => ({
    sv: `Signerad av ${name}, ${title}, ${when}`,
    en: `Signed by ${name}, ${title}, ${when}`,
  }),
  covers: { sv: 'Gäller kameran som den är nu', en: 'Holds for the camera as it is now' },
  coversNot: {
    sv: 'Kameran har ändrats sedan signeringen. Den får inte tas i drift förrän en ny version är signerad.',
    en: 'The camera has changed since it was signed. It may not be put in operation before a new version is signed.',
  },
  missing: { sv: 'Det här saknas före signering', en: 'Missing before it can be signed' },
  ready: { sv: 'Klar att signera', en: 'Ready to be signed' },
  sign: { sv: 'Signera', en: 'Sign' },
  signAs: { sv: 'Din befattning', en: 'Your position' },
  signAsHelp: { sv: 'Till exempel trygghetschef.', en: 'Such as head of safety.' },
  signAsMissing: { sv: 'Skriv din befattning.', en: 'Write your position.' },
  signWords: {
    sv: 'Jag har läst underlaget och står för avvägningen. En signerad version kan inte ändras.',
    en: 'I have read it and stand for the balancing. A signed version cannot be changed.',
  },
  signOnly: {
    sv: 'Signeras av den som får fatta beslut.',
    en: 'Signed by those who may decide.',
  },
  signedNow: { sv: 'Signerad. Kameran får tas i drift.', en: 'Signed. The camera may be put in operation.' },
  saveFirst: { sv: 'Spara ändringarna först.', en: 'Save the changes first.' },
  saved: { sv: 'Sparat', en: 'Saved' },
  unsaved: { sv: 'Ändringar som inte är sparade', en: 'Changes not saved' },
  conflict: { sv: 'Någon annan har sparat under tiden', en: 'Somebody else has saved in the meantime' },
  conflictHelp: {
    sv: 'Din text finns kvar här. Välj vilken som ska gälla; avsnitt som bara den andra har ändrat hämtas in.',
    en: 'Your text is still here. Choose which is to stand; sections only the other has changed are brought in.',
  },
  keepMine: { sv: 'Behåll mina avsnitt', en: 'Keep my sections' },
  takeTheirs: { sv: 'Ta den sparade', en: 'Take the saved one' },
  sensitive: (found: string) => ({
    sv: `Texten kan innehålla personuppgifter: ${found}. Ta bort dem, eller spara ändå.`,
    en: `The text may hold personal data: ${found}. Take it away, or save anyway.`,
  }),
  saveAnyway: { sv: 'Spara ändå', en: 'Save anyway' },
  figures: { sv: 'Vad kartan säger', en: 'What the map says' },
  figuresAt: (when: string) => ({ sv: `Läst ur kartan ${when}`, en: `Read from the map ${when}` }),
  picture: { sv: 'Karta över det bevakade området', en: 'Map of the area watched' },
  seen: { sv: 'Mark i bild', en: 'Ground in view' },
  masked: { sv: 'Maskerat', en: 'Masked' },
  homes: { sv: 'Bostäder i bild', en: 'Homes in view' },
  facade: { sv: 'Fasad i bild', en: 'Façade in view' },
  incidents: { sv: 'Polishändelser', en: 'Police events' },
  incidentsIn: (n: number, months: number) => ({
    sv: `${n} på ${months} månader`,
    en: `${n} in ${months} months`,
  }),
  reports: { sv: 'Rapporter från allmänheten', en: 'Reports from the public' },
  share: { sv: 'Del av det som hänt inom 500 m', en: 'Share of what happened within 500 m' },
  reach: (zone: string) => ({ sv: `${zone}, till`, en: `${zone}, as far as` }),
  edition: (year: number) => ({
    sv: `Skärpa enligt SS-EN 62676-4:${year}`,
    en: `Sharpness by EN 62676-4:${year}`,
  }),
  sensitiveGround: { sv: 'Känslig mark i bild', en: 'Sensitive ground in view' },
  noSensitive: { sv: 'Ingen som kartan känner till', en: 'None the map knows of' },
  lessIntrusive: { sv: 'Andra åtgärder inom 100 m', en: 'Other measures within 100 m' },
  noLessIntrusive: { sv: 'Inga i kartan', en: 'None on the map' },
  byHour: { sv: 'När det händer', en: 'When it happens' },
  hourSummary: (from: number, to: number, share: number) => ({
    sv: `Mest mellan ${from} och ${to}: ${share} % av det som har en känd tid.`,
    en: `Most between ${from} and ${to}: ${share}% of what has a known time.`,
  }),
  noHours: { sv: 'Ingen händelse har en känd tid.', en: 'No event has a known time.' },
  hourColumn: { sv: 'Klockan', en: 'Hour' },
  shareColumn: { sv: 'Andel', en: 'Share' },
  assumptions: { sv: 'Antaganden', en: 'Assumptions' },
  versions: { sv: 'Versioner', en: 'Versions' },
  exportDocx: { sv: 'Word (DOCX)', en: 'Word (DOCX)' },
  exportPdf: { sv: 'PDF', en: 'PDF' },
  exportOf: (format: string, version: number) => ({
    sv: `Hämta version ${version} som ${format}`,
    en: `Download version ${version} as ${format}`,
  }),
  back: { sv: 'Till kameran på kartan', en: 'To the camera on the map' },
  register: { sv: 'Kameraregistret', en: 'The camera register' },
  signInFirst: {
    sv: 'Logga in för att läsa intresseavvägningen.',
    en: 'Sign in to read the balancing of interests.',
  },
  chain: (sum: string) => ({ sv: `Kontrollsumma ${sum}`, en: `Checksum ${sum}` }),
} satisfies Catalogue
