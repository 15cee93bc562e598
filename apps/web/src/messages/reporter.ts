import type { Catalogue } from './text.ts'

/** The reporters' face: logging in the field. */
export const reporter = {
  title: { sv: 'Lägg in', en: 'Log' },
  views: { sv: 'Delar', en: 'Parts' },
  mine: { sv: 'Mina poster', en: 'My entries' },
  mineCount: (n: number) => ({
    sv: n === 0 ? 'Mina poster' : `Mina poster, ${n} väntar`,
    en: n === 0 ? 'My entries' : `My entries, ${n} waiting`,
  }),
  neverHere: { sv: 'Logga in en gång med uppkoppling', en: 'Sign in once with a connection' },
  neverHereHelp: {
    sv: 'Sidan fungerar utan uppkoppling när du har varit inloggad på den här enheten. Just nu nås inte servern.',
    en: 'The page works without a connection once you have been signed in on this device. The server cannot be reached right now.',
  },

  what: { sv: 'Vad ser du?', en: 'What do you see?' },
  whatHelp: {
    sv: 'Fara eller pågående brott: ring 112.',
    en: 'Danger, or a crime under way: call 112.',
  },
  change: { sv: 'Byt', en: 'Change' },
  changeKind: { sv: 'Byt vad det gäller', en: 'Change what it is about' },

  where: { sv: 'Var', en: 'Where' },
  map: { sv: 'Karta: platsen är kartans mitt', en: 'Map: the place is its middle' },
  mapHelp: {
    sv: 'Dra kartan så att nålen står rätt. Med tangentbord: piltangenterna, plus och minus.',
    en: 'Drag the map until the pin stands right. By keyboard: the arrow keys, plus and minus.',
  },
  locating: { sv: 'Söker din position…', en: 'Finding your position…' },
  here: (metres: string) => ({ sv: `Din position, ± ${metres}`, en: `Your position, ± ${metres}` }),
  unsure: (metres: string) => ({
    sv: `Osäker position, ± ${metres}. Dra kartan om nålen står fel.`,
    en: `Uncertain position, ± ${metres}. Drag the map if the pin stands wrong.`,
  }),
  byHand: { sv: 'Utpekad på kartan', en: 'Pointed out on the map' },
  nearStreet: (street: string) => ({ sv: `Vid ${street}`, en: `By ${street}` }),
  denied: {
    sv: 'Enheten lämnar inte ut din position. Dra kartan till platsen, eller sök en gata.',
    en: 'The device does not give your position. Drag the map to the place, or search for a street.',
  },
  noPosition: {
    sv: 'Positionen hittades inte. Dra kartan till platsen, eller sök en gata.',
    en: 'The position was not found. Drag the map to the place, or search for a street.',
  },
  toMe: { sv: 'Till min position', en: 'To my position' },
  searchOffline: {
    sv: 'Gatusökning kräver uppkoppling. Dra kartan i stället.',
    en: 'Street search needs a connection. Drag the map instead.',
  },
  search: { sv: 'Sök gata', en: 'Search street' },
  noMap: {
    sv: 'Kartan kan inte visas just nu. Din position används, eller en gata du söker.',
    en: 'The map cannot be shown right now. Your position is used, or a street you search for.',
  },

  when: { sv: 'När', en: 'When' },
  now: { sv: 'Nu', en: 'Now' },
  quarter: { sv: '15 min sedan', en: '15 min ago' },
  earlier: { sv: 'Tidigare', en: 'Earlier' },
  from: { sv: 'Tid', en: 'Time' },
  to: { sv: 'Till, om du inte vet exakt', en: 'To, if you do not know exactly' },

  people: { sv: 'Hur många', en: 'How many' },
  peopleNone: { sv: 'Ange ej', en: 'Not told' },
  peopleFew: { sv: '1–4', en: '1–4' },
  peopleGroup: { sv: '5–14', en: '5–14' },
  peopleMany: { sv: '15 +', en: '15 +' },

  words: { sv: 'Ord, om det behövs', en: 'Words, if needed' },
  wordsHelp: {
    sv: 'Inga namn, nummer eller annat som pekar ut någon.',
    en: 'No names, numbers or anything else that points out somebody.',
  },
  wordsLeft: (n: number) => ({ sv: `${n} tecken kvar`, en: `${n} characters left` }),
  wordsRefused: (kind: string, text: string) => ({
    sv: `${kind}: ”${text}”. Ta bort det, så går det att skicka.`,
    en: `${kind}: “${text}”. Take it out, and it can be sent.`,
  }),

  send: { sv: 'Skicka', en: 'Send' },
  keep: { sv: 'Spara och skicka senare', en: 'Keep and send later' },
  noPlace: { sv: 'Välj platsen på kartan.', en: 'Choose the place on the map.' },
  outside: { sv: 'Platsen ligger utanför kommunen.', en: 'The place lies outside the municipality.' },
  noTime: { sv: 'Ange en tid.', en: 'Give a time.' },
  ahead: { sv: 'Tiden ligger i framtiden.', en: 'The time lies ahead.' },
  tooOld: {
    sv: 'Högst fjorton dagar tillbaka.',
    en: 'Fourteen days back at most.',
  },
  order: { sv: 'Sluttiden ligger före starttiden.', en: 'The end lies before the beginning.' },
  tooLong: { sv: 'Högst tre dygn.', en: 'Three days at most.' },
  notKept: { sv: 'Posten är inte sparad', en: 'The entry is not kept' },
  notKeptHelp: {
    sv: 'Enhetens lagring är full eller stängd för webbläsaren. Frigör utrymme eller lämna privat läge och försök igen; det du fyllt i står kvar.',
    en: 'The device’s storage is full, or closed to the browser. Make room or leave private mode and try again; what you filled in stays.',
  },

  kept: { sv: 'Sparat på enheten', en: 'Kept on this device' },
  keptHelp: {
    sv: 'Skickas så snart det går.',
    en: 'It is sent as soon as possible.',
  },
  arrived: { sv: 'Skickat', en: 'Sent' },
  undo: { sv: 'Ångra', en: 'Undo' },
  undone: { sv: 'Posten är återkallad', en: 'The entry is taken back' },
  dismiss: { sv: 'Stäng meddelandet', en: 'Close the message' },

  offline: { sv: 'Utan uppkoppling', en: 'Offline' },
  offlineHelp: {
    sv: 'Det du lägger in sparas på enheten och skickas sedan.',
    en: 'What you log is kept on this device and sent later.',
  },
  signedOut: { sv: 'Du är utloggad', en: 'You are signed out' },
  signedOutHelp: (n: number) => ({
    sv:
      n === 0
        ? 'Det du lägger in sparas på enheten. Logga in igen för att skicka.'
        : n === 1
          ? 'En post väntar på enheten. Logga in igen för att skicka.'
          : `${n} poster väntar på enheten. Logga in igen för att skicka.`,
    en:
      n === 0
        ? 'What you log is kept on this device. Sign in again to send.'
        : n === 1
          ? 'One entry waits on this device. Sign in again to send.'
          : `${n} entries wait on this device. Sign in again to send.`,
  }),
  signIn: { sv: 'Logga in', en: 'Sign in' },
  others: (n: number) => ({
    sv: n === 1 ? 'En post från ett annat konto väntar här.' : `${n} poster från ett annat konto väntar här.`,
    en: n === 1 ? 'One entry of another account waits here.' : `${n} entries of another account wait here.`,
  }),
  othersHelp: {
    sv: 'Den skickas när det kontot loggar in här.',
    en: 'It is sent when that account signs in here.',
  },

  week: { sv: 'Den här veckan', en: 'This week' },
  none: { sv: 'Inget inlagt den här veckan', en: 'Nothing logged this week' },
  noneHelp: {
    sv: 'Det du lägger in står här, också det som väntar på att skickas.',
    en: 'What you log stands here, also what waits to be sent.',
  },
  serverLost: {
    sv: 'Det som lagts in från andra enheter visas när servern nås.',
    en: 'What was logged on other devices is shown when the server can be reached.',
  },
  stateWaiting: { sv: 'Väntar på att skickas', en: 'Waiting to be sent' },
  stateSent: { sv: 'Skickad', en: 'Sent' },
  stateFailed: { sv: 'Togs inte emot', en: 'Not taken' },
  stateWithdrawing: { sv: 'Återkallas', en: 'Being taken back' },
  stateWithdrawn: { sv: 'Återkallad', en: 'Taken back' },
  takeBack: { sv: 'Återkalla', en: 'Take back' },
  takeBackOf: (what: string) => ({ sv: `Återkalla ${what}`, en: `Take back ${what}` }),
  correct: { sv: 'Rätta', en: 'Correct' },
  correctOf: (what: string) => ({ sv: `Rätta ${what}`, en: `Correct ${what}` }),
  discard: { sv: 'Släng', en: 'Discard' },
  discardOf: (what: string) => ({ sv: `Släng ${what}`, en: `Discard ${what}` }),
  between: (from: string, to: string) => ({ sv: `${from} till ${to}`, en: `${from} to ${to}` }),
} satisfies Catalogue
