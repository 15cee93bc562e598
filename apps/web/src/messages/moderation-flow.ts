import type { Catalogue } from './text.ts'

/** Words of going through the queue, report after report, and of others who write at the same time. */
export const flow = {
  next: { sv: 'Nästa i kön', en: 'Next in the queue' },
  done: { sv: 'Rapporten är genomgången', en: 'The report has been gone through' },
  left: (n: number) => ({
    sv: n === 1 ? '1 rapport kvar i kön' : `${n} rapporter kvar i kön`,
    en: n === 1 ? '1 report left in the queue' : `${n} reports left in the queue`,
  }),
  empty: { sv: 'Kön är tom.', en: 'The queue is empty.' },
  toList: { sv: 'Till kön', en: 'To the queue' },
  mapOfQueue: { sv: 'Karta över rapporterna i kön', en: 'Map of the reports in the queue' },
  choose: {
    sv: 'Välj en rapport i listan eller på kartan.',
    en: 'Choose a report in the list or on the map.',
  },
  more: (n: number) => ({
    sv: n === 1 ? 'Visa 1 rapport till' : `Visa ${n} rapporter till`,
    en: n === 1 ? 'Show 1 more report' : `Show ${n} more reports`,
  }),
  fewer: { sv: 'Visa färre rapporter', en: 'Show fewer reports' },
  writeFirst: { sv: 'Skriv något först.', en: 'Write something first.' },
  talked: { sv: 'Något nytt har kommit i samtalet', en: 'Something new has come in the talk' },
  talkedHelp: {
    sv: 'Det kom medan du skrev och står här ovanför. Läs det, och skicka igen om det du skrivit fortfarande gäller. Inget har skickats.',
    en: 'It came while you wrote and stands above. Read it, and send again if what you have written still holds. Nothing has been sent.',
  },
  rewritten: { sv: 'Någon annan har ändrat texten', en: 'Somebody else has changed the text' },
  rewrittenHelp: {
    sv: 'Så här står det nu. Spara igen för att skriva över, eller avbryt så står deras kvar. Inget har sparats.',
    en: 'This is what it says now. Save again to write over it, or cancel and theirs stays. Nothing has been saved.',
  },
  nothing: { sv: 'Ingenting', en: 'Nothing' },
  photo: { sv: 'Foto', en: 'Photograph' },
  photoShown: {
    sv: 'Fotot visas för alla, med platsen.',
    en: 'The photograph is shown to everybody, with the place.',
  },
  photoHidden: { sv: 'Fotot ses bara av planerare.', en: 'The photograph is seen by planners alone.' },
  photoRelease: { sv: 'Visa fotot för alla', en: 'Show the photograph to everybody' },
  photoTakeBack: { sv: 'Ta tillbaka fotot', en: 'Take the photograph back' },
  heldByOther: {
    sv: 'Rapporten hålls ihop med en annan och publiceras med den. Svara gör du här som vanligt.',
    en: 'The report is held together with another and is published with it. You answer it here as usual.',
  },
} satisfies Catalogue
