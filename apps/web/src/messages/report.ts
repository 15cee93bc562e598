import type { ReportReason, ReportSeason } from '@trygghetskartan/api/contract-reports'
import type { SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import type { Worded, WordedCatalogue } from './wording.ts'

/** Reporting an unsafe place, step by step. */
export const report = {
  title: { sv: 'Rapportera otrygg plats', en: 'Report an unsafe place', easy: 'Berätta om en otrygg plats' },
  stepOf: (n: number, of: number) => ({ sv: `Steg ${n} av ${of}`, en: `Step ${n} of ${of}` }),
  progress: { sv: 'Så långt har du kommit', en: 'How far you have come' },
  next: { sv: 'Fortsätt', en: 'Continue', easy: 'Nästa' },
  back: { sv: 'Tillbaka', en: 'Back' },
  toMap: { sv: 'Till kartan', en: 'To the map' },
  wordingOn: (title: string) => ({ sv: `Visa på ${title.toLowerCase()}`, en: `Show in ${title}` }),
  follow: { sv: 'Följ din rapport', en: 'Follow your report' },
  kept: {
    sv: 'Det du fyllt i sparas på enheten tills du skickar.',
    en: 'What you fill in is kept on this device until you send it.',
    easy: 'Det du skriver sparas i telefonen tills du skickar.',
  },
  startOver: { sv: 'Börja om', en: 'Start over' },
  startOverAsk: { sv: 'Släng det du fyllt i?', en: 'Throw away what you filled in?' },
  startOverHelp: {
    sv: 'Platsen, orden och fotot tas bort från den här enheten. Inget har skickats.',
    en: 'The place, the words and the photo are removed from this device. Nothing has been sent.',
    easy: 'Allt du har skrivit tas bort. Inget har skickats.',
  },
  startOverDo: { sv: 'Släng och börja om', en: 'Throw away and start over' },
  offline: { sv: 'Utan uppkoppling', en: 'Offline', easy: 'Inget internet' },
  offlineHelp: {
    sv: 'Du kan fylla i ändå. Rapporten sparas på enheten och skickas när det finns uppkoppling.',
    en: 'You can fill it in all the same. The report is kept on this device and sent when there is a connection.',
    easy: 'Du kan skriva ändå. Rapporten skickas när det finns internet.',
  },
  neverHere: {
    sv: 'Sidan behöver uppkoppling första gången',
    en: 'The page needs a connection the first time',
  },
  neverHereHelp: {
    sv: 'När den har öppnats en gång fungerar den också utan. Just nu nås inte servern.',
    en: 'Once it has been opened it works without one too. The server cannot be reached right now.',
  },

  where: { sv: 'Var är det otryggt?', en: 'Where is it unsafe?', easy: 'Var är platsen?' },
  whereHelp: {
    sv: 'Sök en gata eller plats, använd din position eller peka på kartan. Sökningen räcker: kartan behövs inte.',
    en: 'Search for a street or place, use your position or point on the map. The search is enough: you need no map.',
    easy: 'Skriv namnet på gatan eller platsen. Eller visa på kartan.',
  },
  shape: { sv: 'Det gäller', en: 'It is about', easy: 'Det är' },
  point: { sv: 'En plats', en: 'A place' },
  stretch: { sv: 'En sträcka', en: 'A stretch', easy: 'En väg' },
  area: { sv: 'Ett område', en: 'An area' },
  searchOffline: {
    sv: 'Sökningen kräver uppkoppling. Använd kartan eller din position.',
    en: 'The search needs a connection. Use the map or your position.',
    easy: 'Du kan inte söka utan internet. Använd kartan.',
  },
  myPosition: { sv: 'Använd min position', en: 'Use my position', easy: 'Jag är på platsen nu' },
  locating: { sv: 'Söker din position…', en: 'Finding your position…' },
  positionFailed: {
    sv: 'Din position hittades inte. Sök en gata eller peka på kartan.',
    en: 'Your position was not found. Search for a street or point on the map.',
    easy: 'Telefonen hittar inte platsen. Skriv namnet på gatan.',
  },
  pointHelp: {
    sv: 'Dra kartan så att nålen står rätt, eller tryck på platsen. Med tangentbord: piltangenterna, plus och minus.',
    en: 'Drag the map until the pin stands right, or tap the place. By keyboard: the arrow keys, plus and minus.',
    easy: 'Flytta kartan så att nålen är på platsen.',
  },
  pointsHelp: {
    sv: 'Tryck på kartan i hörn efter hörn, eller flytta kartan och sätt en punkt under nålen.',
    en: 'Tap the map corner by corner, or move the map and set a point under the pin.',
    easy: 'Tryck på kartan på flera ställen.',
  },
  setPoint: { sv: 'Sätt punkt här', en: 'Set a point here' },
  undoPoint: { sv: 'Ångra punkten', en: 'Undo the point', easy: 'Ta bort punkten' },
  noMap: {
    sv: 'Kartan kan inte ritas i den här webbläsaren. Sök platsen i stället.',
    en: 'The map cannot be drawn in this browser. Search for the place instead.',
  },
  chosen: { sv: 'Platsen är vald', en: 'The place is chosen' },
  chosenNear: (near: string) => ({ sv: `Vald: vid ${near}`, en: `Chosen: by ${near}` }),
  points: (n: number, metres: string) => ({
    sv: n === 1 ? '1 punkt' : `${n} punkter, ${metres}`,
    en: n === 1 ? '1 point' : `${n} points, ${metres}`,
  }),
  noneChosen: { sv: 'Ingen plats är vald än', en: 'No place is chosen yet' },
  noPlace: {
    sv: 'Välj en plats: sök, använd din position eller peka på kartan.',
    en: 'Choose a place: search, use your position or point on the map.',
    easy: 'Välj en plats först.',
  },
  fewPoints: {
    sv: 'Sätt fler punkter: en sträcka behöver två, ett område tre.',
    en: 'Set more points: a stretch needs two, an area three.',
    easy: 'Tryck på fler ställen på kartan.',
  },
  manyPoints: { sv: 'Högst 200 punkter.', en: 'At most 200 points.' },
  tooLong: {
    sv: 'Sträckan är längre än två kilometer. Välj den otryggaste biten.',
    en: 'The stretch is longer than two kilometres. Choose the most unsafe part.',
    easy: 'Vägen är för lång. Välj en kortare bit.',
  },
  tooLarge: {
    sv: 'Området är större än 500 gånger 500 meter. Välj det otryggaste.',
    en: 'The area is larger than 500 by 500 metres. Choose the most unsafe part.',
    easy: 'Området är för stort. Välj ett mindre.',
  },
  crossed: {
    sv: 'Områdets kanter korsar varandra. Ångra en punkt och sätt den runt om.',
    en: 'The edges of the area cross. Undo a point and set it going round.',
    easy: 'Linjerna går över varandra. Ta bort en punkt och försök igen.',
  },
  outside: { sv: 'Platsen ligger utanför kommunen.', en: 'The place lies outside the municipality.' },

  why: { sv: 'Vad gör platsen otrygg?', en: 'What makes it unsafe?', easy: 'Varför är det otryggt?' },
  whyHelp: {
    sv: 'Välj allt som stämmer. Börja med det viktigaste.',
    en: 'Choose all that is true. Begin with the most important.',
    easy: 'Du kan välja flera.',
  },
  noReason: { sv: 'Välj minst en sak.', en: 'Choose at least one.' },
  urgent: {
    sv: 'Pågår det nu? Ring 112.',
    en: 'Is it happening now? Call 112.',
    easy: 'Är det fara nu? Ring 112.',
  },
  urgentHelp: {
    sv: 'En rapport här läses inte direkt.',
    en: 'A report here is not read at once.',
    easy: 'Vi läser inte rapporten direkt.',
  },
  crime: { sv: 'Har ett brott hänt?', en: 'Has a crime been committed?' },
  crimeHelp: {
    sv: 'Anmäl det till polisen på 114 14 eller polisen.se. Rapporten här är ingen polisanmälan, men berätta gärna om platsen.',
    en: 'Report it to the police on 114 14 or at polisen.se. This is no report to the police, but do tell us about the place.',
    easy: 'Ring polisen på 114 14. Det här är inte en anmälan till polisen. Du kan ändå berätta om platsen.',
  },
  call112: { sv: 'Ring 112', en: 'Call 112' },
  call11414: { sv: 'Ring 114 14', en: 'Call 114 14' },
  fault: { sv: 'Felanmäl också lampan', en: 'Report the lamp as broken too' },
  faultHelp: (name: string) => ({
    sv: `Vi tar emot din rapport om platsen. Lampan lagas fortast om du också felanmäler den till ${name}.`,
    en: `We take your report about the place. The lamp is mended soonest if you also report it as broken to ${name}.`,
    easy: `Berätta om platsen här. Säg också till ${name} att lampan är trasig. Då lagas den fortare.`,
  }),
  faultLink: (name: string) => ({
    sv: `Felanmäl till ${name}`,
    en: `Report the fault to ${name}`,
    easy: `Säg till ${name}`,
  }),

  when: { sv: 'När är det otryggt?', en: 'When is it unsafe?' },
  whenHelp: {
    sv: 'Låt det stå om du inte vet.',
    en: 'Leave it if you do not know.',
    easy: 'Vet du inte? Gå vidare.',
  },
  hours: { sv: 'Tid på dygnet', en: 'Time of day' },
  whole: { sv: 'Hela dygnet', en: 'All day and night', easy: 'Alltid' },
  mornings: { sv: 'Morgnar', en: 'Mornings' },
  daytime: { sv: 'Dagtid', en: 'Daytime', easy: 'På dagen' },
  evenings: { sv: 'Kvällar', en: 'Evenings', easy: 'På kvällen' },
  nights: { sv: 'Nätter', en: 'Nights', easy: 'På natten' },
  ownHours: { sv: 'Andra tider', en: 'Other hours' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  days: { sv: 'Dagar', en: 'Days' },
  allDays: { sv: 'Alla dagar', en: 'All days' },
  workdays: { sv: 'Vardagar', en: 'Weekdays', easy: 'Måndag till fredag' },
  weekends: { sv: 'Helger', en: 'Weekends', easy: 'Lördag och söndag' },
  ownDays: { sv: 'Välj dagar', en: 'Choose days' },
  season: { sv: 'Tid på året', en: 'Time of year' },
  noHours: { sv: 'Ange båda klockslagen.', en: 'Give both hours.', easy: 'Skriv båda tiderna.' },
  noDays: { sv: 'Välj minst en dag.', en: 'Choose at least one day.' },

  tell: { sv: 'Vill du berätta mer?', en: 'Would you like to tell more?' },
  tellHelp: {
    sv: 'Både ord och foto är frivilliga.',
    en: 'Both words and photo are optional.',
    easy: 'Du måste inte.',
  },
  words: { sv: 'Beskriv platsen', en: 'Describe the place' },
  wordsHelp: {
    sv: 'Om platsen, inte om människor: inga namn, nummer eller annat som pekar ut någon.',
    en: 'About the place, not about people: no names, numbers or anything else that points somebody out.',
    easy: 'Skriv om platsen. Skriv inte om personer. Skriv inga namn.',
  },
  wordsLeft: (n: number) => ({ sv: `${n} tecken kvar`, en: `${n} characters left` }),
  wordsFound: (kind: string, text: string) => ({
    sv: `${kind}: ”${text}”. Ta bort det, så går det att skicka.`,
    en: `${kind}: “${text}”. Take it out, and it can be sent.`,
    easy: `Du har skrivit ”${text}”. Ta bort det.`,
  }),
  nameFound: (text: string) => ({
    sv: `”${text}” ser ut som ett namn. Ta bort det om det är en person.`,
    en: `“${text}” looks like a name. Take it out if it is a person.`,
    easy: `Är ”${text}” en person? Ta då bort namnet.`,
  }),
  wordsRefused: {
    sv: 'Orden pekar ut någon. Ta bort det som är markerat.',
    en: 'The words point somebody out. Take out what is marked.',
    easy: 'Ta bort det som är markerat.',
  },
  markedIn: { sv: 'Markerat i din text', en: 'Marked in your text' },

  alike: { sv: 'Är det en av de här?', en: 'Is it one of these?', easy: 'Är det samma plats?' },
  alikeHelp: {
    sv: 'De här platserna i närheten ses redan över. Säg ”jag också”, så räknas det utan att du behöver skriva något.',
    en: 'These places nearby are being looked at already. Say “me too”, and it counts without you writing anything.',
    easy: 'Andra har berättat om de här platserna. Är det samma plats? Tryck på ”Jag också”.',
  },
  meToo: { sv: 'Jag också', en: 'Me too' },
  meTooOf: (what: string) => ({ sv: `Jag också: ${what}`, en: `Me too: ${what}` }),
  agreed: { sv: 'Du har sagt ”jag också”', en: 'You have said “me too”' },
  another: {
    sv: 'Nej, gör en ny rapport',
    en: 'No, make a new report',
    easy: 'Nej, det är en annan plats',
  },
  alikeFound: (n: number) => ({
    sv: n === 1 ? 'En plats i närheten ses redan över.' : `${n} platser i närheten ses redan över.`,
    en:
      n === 1
        ? 'A place nearby is being looked at already.'
        : `${n} places nearby are being looked at already.`,
  }),
  alikeLook: { sv: 'Titta på dem', en: 'Look at them' },
  metresAway: (metres: string) => ({ sv: `${metres} bort`, en: `${metres} away` }),
  since: (month: string) => ({ sv: `Sedan ${month}`, en: `Since ${month}` }),
  thanks: { sv: 'Tack, det räknas', en: 'Thank you, it counts' },
  thanksHelp: {
    sv: 'Du behöver inte göra något mer. Antalet visas först när minst fem har sagt samma sak.',
    en: 'You need do nothing more. The number is shown only when at least five have said the same.',
    easy: 'Du är klar. Du behöver inte göra något mer.',
  },
  thanksWaiting: {
    sv: 'Det skickas så snart det finns uppkoppling.',
    en: 'It is sent as soon as there is a connection.',
    easy: 'Det skickas när det finns internet.',
  },

  review: { sv: 'Granska och skicka', en: 'Check and send', easy: 'Läs och skicka' },
  maybePublic: {
    sv: 'Det här kan bli synligt för alla',
    en: 'This may become visible to everybody',
    easy: 'Det här kan alla få se',
  },
  maybePublicHelp: {
    sv: 'Först när en handläggare har läst din rapport.',
    en: 'Only once an officer has read your report.',
    easy: 'En person på kommunen läser först.',
  },
  neverPublic: {
    sv: 'Det här visas aldrig för alla',
    en: 'This is never shown to everybody',
    easy: 'Det här får inte alla se',
  },
  neverPublicHelp: {
    sv: 'Bara kommunens handläggare och polisen ser det.',
    en: 'Only the municipality’s officers and the police see it.',
    easy: 'Bara kommunen och polisen ser det.',
  },
  nearPlace: (near: string) => ({ sv: `I närheten av ${near}`, en: `Near ${near}` }),
  nearUnknown: {
    sv: 'En punkt i närheten, aldrig exakt var',
    en: 'A point nearby, never exactly where',
    easy: 'Nära platsen, men inte exakt var',
  },
  month: (month: string) => ({ sv: `Månaden: ${month}`, en: `The month: ${month}` }),
  wordsIfReleased: {
    sv: 'Dina ord och ditt foto, om handläggaren släpper dem',
    en: 'Your words and your photo, if the officer releases them',
    easy: 'Det du skrev och ditt foto, om kommunen säger ja',
  },
  noReasonPublic: {
    sv: 'Inga av skälen: de kan peka ut människor',
    en: 'None of the reasons: they may point at people',
    easy: 'Inte varför det är otryggt',
  },
  exactPlace: { sv: 'Den exakta platsen', en: 'The exact place' },
  exactTime: {
    sv: 'Dagen du skickar, och tider och dagar du valt',
    en: 'The day you send it, and the hours and days you chose',
    easy: 'Dag och tid',
  },
  reasonsHidden: (reasons: string) => ({
    sv: `Skäl som kan peka ut människor: ${reasons}`,
    en: `Reasons that may point at people: ${reasons}`,
    easy: `Att du valde: ${reasons}`,
  }),
  whoYouAre: {
    sv: 'Vem du är: det vet ingen, inte heller vi',
    en: 'Who you are: nobody knows, nor do we',
    easy: 'Vem du är. Det vet ingen.',
  },
  yourReport: { sv: 'Din rapport', en: 'Your report' },
  changePlace: { sv: 'Ändra plats', en: 'Change the place' },
  changeWhy: { sv: 'Ändra skäl', en: 'Change the reasons' },
  changeWhen: { sv: 'Ändra tid', en: 'Change the time' },
  changeWords: { sv: 'Ändra ord och foto', en: 'Change words and photo' },
  noWords: { sv: 'Inga ord', en: 'No words' },
  withPhoto: { sv: 'Ett foto', en: 'A photo' },
  send: { sv: 'Skicka', en: 'Send' },
  keepAndSend: { sv: 'Spara och skicka senare', en: 'Keep and send later' },
  notKept: { sv: 'Rapporten är inte sparad', en: 'The report is not kept' },
  notKeptHelp: {
    sv: 'Enhetens lagring är full eller stängd för webbläsaren. Frigör utrymme eller lämna privat läge och försök igen; det du fyllt i står kvar.',
    en: 'The device’s storage is full, or closed to the browser. Make room or leave private mode and try again; what you filled in stays.',
    easy: 'Telefonen är full. Ta bort något och försök igen.',
  },
} satisfies WordedCatalogue

export const reasonWords: Readonly<Record<ReportReason, Worded>> = {
  darkness: { sv: 'Mörkt', en: 'Darkness' },
  broken_lamp: { sv: 'Trasig lampa', en: 'Broken lamp' },
  blocked_view: {
    sv: 'Igenväxt eller skymd sikt',
    en: 'Overgrown or blocked view',
    easy: 'Buskar och träd är i vägen',
  },
  hidden_corner: { sv: 'Undanskymt hörn', en: 'Hidden corner', easy: 'Någon kan gömma sig' },
  deserted: { sv: 'Öde', en: 'Deserted', easy: 'Inga människor' },
  people: { sv: 'Människor som skrämmer', en: 'Frightening people' },
  drugs: { sv: 'Droger eller berusade', en: 'Drugs or drunkenness', easy: 'Droger eller fulla personer' },
  traffic: { sv: 'Trafik', en: 'Traffic', easy: 'Bilar och trafik' },
  decay: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage', easy: 'Skräp eller saker som är sönder' },
  other: { sv: 'Annat', en: 'Other', easy: 'Något annat' },
}

export const seasonWords: Readonly<Record<ReportSeason, Worded>> = {
  all_year: { sv: 'Hela året', en: 'All year' },
  spring: { sv: 'Vår', en: 'Spring' },
  summer: { sv: 'Sommar', en: 'Summer' },
  autumn: { sv: 'Höst', en: 'Autumn' },
  winter: { sv: 'Vinter', en: 'Winter' },
}

export const sensitiveWords: Readonly<Record<SensitiveFind['kind'], Worded>> = {
  'identity-number': { sv: 'Personnummer', en: 'Personal identity number' },
  phone: { sv: 'Telefonnummer', en: 'Phone number' },
  email: { sv: 'E-postadress', en: 'E-mail address' },
  plate: { sv: 'Registreringsnummer', en: 'Number plate' },
  name: { sv: 'Personnamn', en: 'Person’s name' },
}
