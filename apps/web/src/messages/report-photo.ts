import type { PhotoRefusal } from '../report/photo.ts'
import type { Worded, WordedCatalogue } from './wording.ts'

/** The photo of a report, and what is blacked out in it. */
export const reportPhoto = {
  photo: { sv: 'Foto', en: 'Photo' },
  photoHelp: {
    sv: 'Var och när fotot togs tas bort innan det skickas. Inga ansikten eller registreringsnummer.',
    en: 'Where and when it was taken is removed before it is sent. No faces or number plates.',
    easy: 'Visa inga personer eller bilnummer på bilden.',
  },
  choose: { sv: 'Välj eller ta ett foto', en: 'Choose or take a photo', easy: 'Ta en bild' },
  reading: { sv: 'Förbereder fotot…', en: 'Preparing the photo…' },
  alt: { sv: 'Ditt foto', en: 'Your photo' },
  cover: {
    sv: 'Svärta ansikten och skyltar',
    en: 'Black out faces and plates',
    easy: 'Måla över personer och bilnummer',
  },
  coverHelp: {
    sv: 'Dra en ruta över det som ska döljas. Med tangentbord: lägg till en ruta, flytta med piltangenterna, ändra storlek med skift och pil, ta bort med Delete.',
    en: 'Drag a box over what is to be hidden. By keyboard: add a box, move it with the arrow keys, size it with shift and an arrow, remove it with Delete.',
    easy: 'Dra med fingret över det som ska döljas.',
  },
  addCover: { sv: 'Lägg till ruta', en: 'Add a box' },
  undo: { sv: 'Ångra', en: 'Undo' },
  coverName: (n: number, of: number) => ({ sv: `Svart ruta ${n} av ${of}`, en: `Black box ${n} of ${of}` }),
  coverAt: (x: number, y: number, width: number, height: number) => ({
    sv: `${x} % från vänster, ${y} % uppifrån, ${width} % bred, ${height} % hög`,
    en: `${x}% from the left, ${y}% from the top, ${width}% wide, ${height}% high`,
  }),
  coverRemoved: { sv: 'Rutan är borttagen', en: 'The box is removed' },
  coverUndone: { sv: 'Ångrat', en: 'Undone' },
  coverCount: (n: number) => ({
    sv: n === 0 ? 'Inget är svärtat' : n === 1 ? 'En svart ruta' : `${n} svarta rutor`,
    en: n === 0 ? 'Nothing is blacked out' : n === 1 ? 'One black box' : `${n} black boxes`,
  }),
  removePhoto: { sv: 'Ta bort fotot', en: 'Remove the photo' },
  refused: { sv: 'Fotot går inte att använda', en: 'The photo cannot be used' },
} satisfies WordedCatalogue

export const photoRefusals: Readonly<Record<PhotoRefusal, Worded>> = {
  heic: {
    sv: 'Fotot är i formatet HEIC, som den här webbläsaren inte läser. Ta ett nytt foto här, eller spara det som JPEG. På iPhone: Inställningar, Kamera, Format, Mest kompatibelt.',
    en: 'The photo is in the HEIC format, which this browser does not read. Take a new one here, or save it as JPEG. On an iPhone: Settings, Camera, Formats, Most compatible.',
    easy: 'Bilden har fel format. Ta en ny bild här.',
  },
  large: {
    sv: 'Filen är större än 40 MB. Ta ett nytt foto, eller spara det mindre.',
    en: 'The file is larger than 40 MB. Take a new photo, or save a smaller one.',
    easy: 'Bilden är för stor. Ta en ny bild.',
  },
  pixels: {
    sv: 'Bilden har för många bildpunkter. Spara den mindre.',
    en: 'The picture has too many pixels. Save a smaller one.',
    easy: 'Bilden är för stor. Ta en ny bild.',
  },
  kind: {
    sv: 'Filen är inget foto i JPEG, PNG eller WebP.',
    en: 'The file is no photo in JPEG, PNG or WebP.',
    easy: 'Det är inte en bild. Ta en ny bild.',
  },
  broken: {
    sv: 'Filen är trasig och går inte att läsa. Välj ett annat foto.',
    en: 'The file is broken and cannot be read. Choose another photo.',
    easy: 'Bilden är trasig. Ta en ny bild.',
  },
}
