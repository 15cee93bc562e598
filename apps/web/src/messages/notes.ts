import type { Catalogue } from './text.ts'

export const notes = {
  title: { sv: 'Anteckningar', en: 'Notes' },
  onlyPlanners: { sv: 'Syns bara för planerare', en: 'Seen by planners only' },
  onlyPolice: { sv: 'Syns bara för polisen', en: 'Seen by the police only' },
  newNote: { sv: 'Ny anteckning', en: 'New note' },
  newNoteHelp: { sv: 'Skriv inget om enskilda personer.', en: 'Write nothing about individual persons.' },
  addNote: { sv: 'Spara anteckningen', en: 'Save the note' },
  removeNote: { sv: 'Ta bort min anteckning', en: 'Delete my note' },
} satisfies Catalogue

export const photos = {
  title: { sv: 'Foton', en: 'Photographs' },
  add: { sv: 'Lägg till foto', en: 'Add a photograph' },
  numbered: (n: number) => ({ sv: `Foto ${n}`, en: `Photograph ${n}` }),
  chosen: (name: string) => ({ sv: `Valt foto: ${name}`, en: `Chosen photograph: ${name}` }),
  caption: { sv: 'Bildtext', en: 'Caption' },
  captionHelp: {
    sv: 'Plats och kamerauppgifter tas bort ur filen. Visa inga personer eller registreringsskyltar.',
    en: 'Place and camera data are removed from the file. Show no persons or number plates.',
  },
  send: { sv: 'Spara fotot', en: 'Save the photograph' },
  sending: { sv: 'Skickar fotot', en: 'Sending the photograph' },
  added: { sv: 'Fotot är sparat', en: 'The photograph is saved' },
  wrongType: { sv: 'Välj en bild i JPEG, PNG eller WebP.', en: 'Choose a picture in JPEG, PNG or WebP.' },
  tooLarge: (megabytes: string) => ({
    sv: `Bilden är ${megabytes} MB. Högst 15 MB tas emot.`,
    en: `The picture is ${megabytes} MB. At most 15 MB are accepted.`,
  }),
  by: (who: string, when: string) => ({ sv: `${who}, ${when}`, en: `${who}, ${when}` }),
  before: { sv: 'Föregående foto', en: 'Previous photograph' },
  after: { sv: 'Nästa foto', en: 'Next photograph' },
} satisfies Catalogue
