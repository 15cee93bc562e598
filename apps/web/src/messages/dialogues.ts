import type { Catalogue } from './text.ts'

/** Words of surveys, walks and their remarks where an area or a walk is looked at. */
export const dialogues = {
  objectGone: { sv: 'Finns inte längre', en: 'Not there any more' },

  survey: { sv: 'Svar över tid', en: 'Answers over time' },
  noSurvey: {
    sv: 'Inga fler frågor är inlästa för området.',
    en: 'No more questions have been imported for the area.',
  },
  surveyHelp: {
    sv: 'Strecket genom punkten är osäkerheten: med 95 procents säkerhet ligger andelen bland alla i området där.',
    en: 'The line through the dot is the uncertainty: with 95 per cent certainty the share among all in the area lies there.',
  },
  share: { sv: 'Andel', en: 'Share' },
  interval: { sv: 'Osäkerhet', en: 'Uncertainty' },
  year: { sv: 'År', en: 'Year' },
  answers: { sv: 'Svar', en: 'Answers' },
  responseRate: { sv: 'Svarsfrekvens', en: 'Response rate' },
  suppressed: { sv: 'för få svar för att visas', en: 'too few answers to be shown' },
  suppressedForOthers: { sv: 'visas bara för planerare', en: 'shown to planners alone' },
  suppression: (least: number, few: number) => ({
    sv: `Andelar av färre än ${least} svar, eller där färre än ${few} personer står på ena sidan, visas bara för kommunens planerare.`,
    en: `Shares of fewer than ${least} answers, or with fewer than ${few} people on one side, are shown to the municipality’s planners alone.`,
  }),
  less: (points: string, from: number, to: number) => ({
    sv: `Minskat ${points} procentenheter ${from}–${to}, mer än slumpen förklarar.`,
    en: `Down ${points} percentage points ${from}–${to}, more than chance explains.`,
  }),
  more: (points: string, from: number, to: number) => ({
    sv: `Ökat ${points} procentenheter ${from}–${to}, mer än slumpen förklarar.`,
    en: `Up ${points} percentage points ${from}–${to}, more than chance explains.`,
  }),
  byChance: (points: string, from: number, to: number) => ({
    sv: `${points} procentenheter ${from}–${to}. Skillnaden kan bero på slumpen.`,
    en: `${points} percentage points ${from}–${to}. The difference can be due to chance.`,
  }),
  changeInterval: (low: string, high: string) => ({ sv: `(${low} till ${high})`, en: `(${low} to ${high})` }),
  lowResponse: {
    sv: 'Färre än hälften svarade. De som inte svarade kan tycka annat, och det syns inte i osäkerheten.',
    en: 'Fewer than half answered. Those who did not may think otherwise, and the uncertainty does not show it.',
  },
  chart: (words: string) => ({ sv: `Andel per år. ${words}`, en: `Share by year. ${words}` }),

  walk: { sv: 'Vandringen', en: 'The walk' },
  meetings: { sv: 'Tre möten', en: 'Three meetings' },
  noDay: { sv: 'inget datum', en: 'no date' },
  followsUp: { sv: 'Följer upp', en: 'Follows up' },
  followedUpBy: { sv: 'Följdes upp av', en: 'Followed up by' },
  planRewalk: { sv: 'Planera återvandring', en: 'Plan a second walk' },
  rewalkMade: { sv: 'Återvandringen är planerad', en: 'The second walk is planned' },
  remarks: { sv: 'Anmärkningar', en: 'Remarks' },
  remarkCount: (n: number, answered: number) => ({
    sv:
      n === 1
        ? `1 anmärkning, ${answered === 1 ? 'besvarad' : 'obesvarad'}`
        : `${n} anmärkningar, ${answered} besvarade`,
    en:
      n === 1
        ? `1 remark, ${answered === 1 ? 'answered' : 'unanswered'}`
        : `${n} remarks, ${answered} answered`,
  }),
  noRemarks: { sv: 'Inga anmärkningar än.', en: 'No remarks yet.' },
  noneAnswered: { sv: 'Ingen anmärkning är besvarad än.', en: 'No remark has been answered yet.' },
  newRemark: { sv: 'Ny anmärkning', en: 'New remark' },
  kind: { sv: 'Vad ser ni?', en: 'What do you see?' },
  kindMissing: { sv: 'Välj vad det gäller.', en: 'Choose what it is about.' },
  words: { sv: 'Med några ord', en: 'In a few words' },
  wordsHelp: {
    sv: 'Inga namn eller andra personuppgifter. Visas för allmänheten när den är besvarad.',
    en: 'No names or other personal data. Shown to the public once it is answered.',
  },
  place: { sv: 'Plats', en: 'Place' },
  here: { sv: 'Där jag står', en: 'Where I stand' },
  middle: { sv: 'Mitt på kartan', en: 'Middle of the map' },
  placed: (metres: string) => ({
    sv: `Platsen är satt${metres && `, ± ${metres}`}`,
    en: `The place is set${metres && `, ± ${metres}`}`,
  }),
  placeMissing: { sv: 'Sätt platsen först.', en: 'Set the place first.' },
  noPosition: {
    sv: 'Telefonen gav ingen position. Flytta kartan och välj mitten.',
    en: 'The phone gave no position. Move the map and choose its middle.',
  },
  photo: { sv: 'Foto (valfritt)', en: 'Photo (optional)' },
  photoHelp: { sv: 'Inga personer i bild.', en: 'No people in the picture.' },
  saveRemark: { sv: 'Spara anmärkning', en: 'Save remark' },
  remarkSaved: { sv: 'Anmärkningen är sparad', en: 'The remark is saved' },
  remarkKept: {
    sv: 'Anmärkningen är sparad på enheten och skickas när det finns kontakt',
    en: 'The remark is kept on the device and sent when there is contact',
  },
  remarksWaiting: (n: number) => ({
    sv: n === 1 ? 'En anmärkning väntar på att skickas' : `${n} anmärkningar väntar på att skickas`,
    en: n === 1 ? 'One remark waits to be sent' : `${n} remarks wait to be sent`,
  }),
  remarksWaitingHelp: {
    sv: 'Det som väntar ligger på den här enheten och går iväg av sig självt när det finns kontakt.',
    en: 'What waits is on this device, and goes by itself when there is contact.',
  },
  remarkRefused: { sv: 'En anmärkning togs inte emot', en: 'A remark was not taken' },
  discardRemark: { sv: 'Släng den', en: 'Throw it away' },
  notKept: {
    sv: 'Enheten kan inte spara anmärkningen. Anteckna den på annat sätt, eller vänta på kontakt.',
    en: 'The device cannot keep the remark. Note it some other way, or wait for contact.',
  },
  photoFailed: {
    sv: 'Anmärkningen är sparad, men fotot kom inte fram. Lägg till det på anmärkningen.',
    en: 'The remark is saved, but the photo did not arrive. Add it to the remark.',
  },
  by: (who: string, day: string) => ({ sv: `${who}, senast ${day}`, en: `${who}, by ${day}` }),
  show: (name: string) => ({ sv: `Visa anmärkningen ${name}`, en: `Show the remark ${name}` }),
} satisfies Catalogue
