import type { PublicPlace, ReportReceipt } from '@trygghetskartan/api/contract-reports'
import type { Worded, WordedCatalogue } from './wording.ts'

/** The receipt of a report: its code, and what it opens. */
export const receipt = {
  saved: { sv: 'Sparad på enheten', en: 'Kept on this device', easy: 'Sparat i telefonen' },
  savedHelp: {
    sv: 'Rapporten skickas när det finns uppkoppling. Du kan stänga sidan.',
    en: 'The report is sent when there is a connection. You may close the page.',
    easy: 'Rapporten skickas när det finns internet. Du kan stänga sidan.',
  },
  sending: { sv: 'Skickar…', en: 'Sending…' },
  sendingHelp: {
    sv: 'Det tar några sekunder. Koden gäller redan.',
    en: 'It takes a few seconds. The code holds already.',
    easy: 'Vänta lite.',
  },
  delayed: {
    sv: 'Rapporten är inte skickad än',
    en: 'The report is not sent yet',
    easy: 'Rapporten är inte skickad än',
  },
  delayedHelp: {
    sv: 'Servern kan inte ta emot den just nu. Den ligger kvar på enheten och skickas igen av sig själv.',
    en: 'The server cannot take it right now. It stays on this device and is sent again by itself.',
    easy: 'Det går inte att ta emot den just nu. Rapporten är kvar i telefonen och skickas igen.',
  },
  serverSaid: (words: string) => ({ sv: `Servern svarar: ${words}`, en: `The server says: ${words}` }),
  sent: { sv: 'Tack, rapporten är skickad', en: 'Thank you, the report is sent' },
  sentHelp: {
    sv: 'En handläggare läser den. Med koden ser du vad som händer.',
    en: 'An officer reads it. With the code you see what happens.',
    easy: 'En person på kommunen läser den. Med koden kan du se vad som händer.',
  },
  refused: { sv: 'Rapporten togs inte emot', en: 'The report was not taken' },
  correct: { sv: 'Rätta', en: 'Correct' },
  discard: { sv: 'Släng', en: 'Discard' },
  photoRefused: {
    sv: 'Rapporten är skickad, men fotot togs inte emot',
    en: 'The report is sent, but the photo was not taken',
  },
  receipt: { sv: 'Kvitto', en: 'Receipt' },
  code: { sv: 'Din kod', en: 'Your code' },
  codeHelp: {
    sv: 'Spara den nu. Koden är det enda sättet att följa rapporten: ingen vet vem du är, så ingen kan skicka den igen.',
    en: 'Keep it now. The code is the only way to follow the report: nobody knows who you are, so nobody can send it again.',
    easy: 'Spara koden nu. Du behöver den för att se svaret.',
  },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Koden är kopierad', en: 'The code is copied' },
  notCopied: {
    sv: 'Det gick inte att kopiera: markera koden',
    en: 'It could not be copied: select the code',
  },
  print: { sv: 'Skriv ut', en: 'Print' },
  saveFile: { sv: 'Spara som fil', en: 'Save as a file' },
  file: (code: string, address: string) => ({
    sv: `Kvitto på en rapport om en otrygg plats\n\nKod: ${code}\nFölj den på: ${address}\n\nVisa inte koden för andra: den som har den kan läsa, svara och ta tillbaka rapporten.\n`,
    en: `Receipt of a report about an unsafe place\n\nCode: ${code}\nFollow it at: ${address}\n\nShow the code to nobody: whoever has it can read, answer and take back the report.\n`,
  }),
  fileName: { sv: 'kvitto.txt', en: 'receipt.txt' },
  remember: {
    sv: 'Kom ihåg koden på den här enheten',
    en: 'Remember the code on this device',
    easy: 'Spara koden i den här telefonen',
  },
  rememberHelp: {
    sv: 'Bara om ingen annan använder enheten.',
    en: 'Only if nobody else uses the device.',
    easy: 'Gör det bara om telefonen är din.',
  },
  open: { sv: 'Följ din rapport', en: 'Follow your report' },
  another: { sv: 'Gör en ny rapport', en: 'Make a new report' },
  waitingHere: {
    sv: 'En rapport väntar på att skickas från den här enheten.',
    en: 'A report waits to be sent from this device.',
  },
  showReceipt: { sv: 'Visa kvittot', en: 'Show the receipt' },

  title: { sv: 'Följ din rapport', en: 'Follow your report' },
  lead: {
    sv: 'Skriv koden från ditt kvitto. Stora eller små bokstäver, med eller utan mellanrum.',
    en: 'Type the code of your receipt, in capitals or not, with gaps or without.',
    easy: 'Skriv din kod här.',
  },
  notWhole: {
    sv: 'En kod har tjugo tecken, till exempel 7Q2K-M9TD-04XW-HBNE-3VZA.',
    en: 'A code has twenty characters, such as 7Q2K-M9TD-04XW-HBNE-3VZA.',
    easy: 'Koden har 20 tecken.',
  },
  none: {
    sv: 'Ingen rapport har den koden. Har den skickats? Utan uppkoppling väntar den på enheten.',
    en: 'No report has that code. Has it been sent? Without a connection it waits on the device.',
    easy: 'Koden finns inte. Kontrollera varje tecken.',
  },
  show: { sv: 'Visa', en: 'Show' },
  remembered: { sv: 'På den här enheten', en: 'On this device' },
  rememberedOne: (day: string, end: string) => ({
    sv: `Rapport från ${day}, koden slutar på ${end}`,
    en: `Report of ${day}, the code ends in ${end}`,
  }),
  forget: { sv: 'Glöm', en: 'Forget' },
  forgetOf: (end: string) => ({
    sv: `Glöm koden som slutar på ${end}`,
    en: `Forget the code that ends in ${end}`,
  }),
  forgotten: { sv: 'Koden är glömd här', en: 'The code is forgotten here' },
  otherCode: { sv: 'Skriv en annan kod', en: 'Type another code' },
  refresh: { sv: 'Uppdatera', en: 'Refresh' },

  received: { sv: 'Rapporten kom in', en: 'The report came in' },
  receivedFor: (reasons: string) => ({ sv: `Du rapporterade: ${reasons}`, en: `You reported: ${reasons}` }),
  story: { sv: 'Vad som hänt', en: 'What has happened', easy: 'Det här har hänt' },
  question: { sv: 'Kommunen frågar', en: 'The municipality asks' },
  answer: { sv: 'Kommunen svarar', en: 'The municipality answers' },
  status: { sv: 'Läget', en: 'Status' },
  reply: { sv: 'Du skrev', en: 'You wrote' },
  measures: { sv: 'Det här kom ut av det', en: 'What came of it', easy: 'Det här gör kommunen' },
  onMap: { sv: 'Visa på kartan', en: 'Show on the map' },
  onMapOf: (title: string) => ({ sv: `Visa ${title} på kartan`, en: `Show ${title} on the map` }),
  place: { sv: 'Platsen på kartan', en: 'The place on the map' },
  write: { sv: 'Skriv till kommunen', en: 'Write to the municipality' },
  writeAnswer: { sv: 'Ditt svar', en: 'Your answer' },
  writeHelp: {
    sv: 'Inga namn eller nummer, varken dina eller andras.',
    en: 'No names or numbers, neither yours nor others’.',
    easy: 'Skriv inga namn.',
  },
  send: { sv: 'Skicka', en: 'Send' },
  written: { sv: 'Skickat till kommunen', en: 'Sent to the municipality' },
  sendAnswer: { sv: 'Skicka svaret', en: 'Send the answer' },
  answered: { sv: 'Svaret är skickat', en: 'The answer is sent' },
  emptyAnswer: { sv: 'Skriv något först.', en: 'Write something first.' },
  withdraw: { sv: 'Ta tillbaka rapporten', en: 'Take back the report' },
  withdrawAsk: { sv: 'Ta tillbaka rapporten?', en: 'Take back the report?' },
  withdrawHelp: {
    sv: 'Rapporten, fotot och det ni skrivit till varandra tas bort för alltid. Det går inte att ångra.',
    en: 'The report, the photo and what you have written to each other are removed for ever. It cannot be undone.',
    easy: 'Allt tas bort. Du kan inte ångra dig.',
  },
  withdrawDo: { sv: 'Ja, ta tillbaka den', en: 'Yes, take it back' },
  withdrawn: { sv: 'Rapporten är tillbakatagen', en: 'The report is taken back' },
  withdrawnHelp: {
    sv: 'Inget av den finns kvar hos kommunen.',
    en: 'Nothing of it is left with the municipality.',
  },
  gone: { sv: 'Rapporten finns inte kvar', en: 'The report is no more' },
  goneHelp: {
    sv: 'Den har tagits tillbaka, eller så är dess tid ute.',
    en: 'It has been taken back, or its time is up.',
    easy: 'Rapporten är borttagen.',
  },
} satisfies WordedCatalogue

/** Where a report stands: a line, and what it means. */
export const stateWords: Readonly<Record<ReportReceipt['state'], readonly [Worded, Worded]>> = {
  new: [
    { sv: 'Väntar på att läsas', en: 'Waits to be read' },
    { sv: 'Ingen har hunnit läsa den än.', en: 'Nobody has read it yet.' },
  ],
  in_review: [
    { sv: 'Läses', en: 'Being read', easy: 'Kommunen läser' },
    { sv: 'En handläggare ser över platsen.', en: 'An officer looks at the place.' },
  ],
  published: [
    { sv: 'Platsen ses över', en: 'The place is being looked at' },
    {
      sv: 'Platsen syns på kartan, aldrig exakt var eller av vem.',
      en: 'The place is on the map, never exactly where or by whom.',
      easy: 'Platsen syns på kartan.',
    },
  ],
  handled: [
    { sv: 'Klar', en: 'Done' },
    { sv: 'Kommunen har gjort det den kan.', en: 'The municipality has done what it can.' },
  ],
  declined: [
    { sv: 'Avslutad utan åtgärd', en: 'Closed without a measure', easy: 'Kommunen gör inget' },
    { sv: 'Varför står nedan.', en: 'Why is told below.' },
  ],
}

export const placeStateWords: Readonly<Record<PublicPlace['state'], Worded>> = {
  looked_at: { sv: 'Ses över', en: 'Being looked at' },
  planned: { sv: 'Åtgärd planerad', en: 'Measure planned', easy: 'Kommunen ska göra något' },
  done: { sv: 'Åtgärdad', en: 'Done', easy: 'Klart' },
  declined: { sv: 'Ingen åtgärd', en: 'No measure' },
}

export const heardWords: Readonly<Record<NonNullable<PublicPlace['heard']>, Worded>> = {
  at_least_5: { sv: 'Minst 5 invånare', en: 'At least 5 residents' },
  at_least_10: { sv: 'Minst 10 invånare', en: 'At least 10 residents' },
  at_least_25: { sv: 'Minst 25 invånare', en: 'At least 25 residents' },
  at_least_50: { sv: 'Minst 50 invånare', en: 'At least 50 residents' },
  at_least_100: { sv: 'Minst 100 invånare', en: 'At least 100 residents' },
}
