import type { Text } from '@trygghetskartan/api/contract'
import type { GeometryProblemCode } from '@trygghetskartan/geo'
import type { DrawingEvent } from '../draw/drawing.ts'
import type { Catalogue } from './text.ts'

/** Words of the pen: drawing, measuring, coordinates. */
export const draw = {
  tools: { sv: 'Ritverktyg', en: 'Drawing tools' },
  undo: { sv: 'Ångra', en: 'Undo' },
  redo: { sv: 'Gör om', en: 'Redo' },
  finish: { sv: 'Klar', en: 'Done' },
  finishShape: { sv: 'Avsluta formen', en: 'Finish the shape' },
  startOver: { sv: 'Rita om', en: 'Draw again' },
  removeVertex: { sv: 'Ta bort punkten', en: 'Remove the vertex' },
  byCoordinates: { sv: 'Koordinater', en: 'Coordinates' },
  crosshair: { sv: 'Sikta med kartans mitt', en: 'Aim with the centre of the map' },
  placeHere: { sv: 'Sätt punkt här', en: 'Place a point here' },
  addAtCentre: { sv: 'Lägg till i kartans mitt', en: 'Add at the map’s centre' },
  addRow: { sv: 'Lägg till rad', en: 'Add row' },
  vertex: (n: number) => ({ sv: `Punkt ${n}`, en: `Vertex ${n}` }),
  removeRow: (n: number) => ({ sv: `Ta bort punkt ${n}`, en: `Remove vertex ${n}` }),
  selectRow: (n: number) => ({ sv: `Välj punkt ${n}`, en: `Select vertex ${n}` }),
  latitude: { sv: 'Latitud', en: 'Latitude' },
  longitude: { sv: 'Longitud', en: 'Longitude' },
  north: { sv: 'N', en: 'N' },
  east: { sv: 'E', en: 'E' },
  axisOf: (axis: string, n: number) => ({ sv: `${axis}, punkt ${n}`, en: `${axis}, vertex ${n}` }),
  system: { sv: 'Koordinatsystem', en: 'Reference system' },
  badCoordinate: { sv: 'Ingen giltig koordinat', en: 'Not a valid coordinate' },
  pasteHelp: {
    sv: 'Klistra gärna in båda talen i första rutan.',
    en: 'You may paste both numbers into the first box.',
  },
  arrowHelp: {
    sv: 'Piltangenterna flyttar vald punkt 1 m, med Skift 10 m.',
    en: 'Arrow keys move the selected vertex 1 m, with Shift 10 m.',
  },
  length: { sv: 'Längd', en: 'Length' },
  outline: { sv: 'Omkrets', en: 'Outline' },
  area: { sv: 'Yta', en: 'Area' },
  startPoint: { sv: 'Klicka på kartan där den ska stå.', en: 'Click the map where it is to stand.' },
  startLine: { sv: 'Klicka på kartan där linjen börjar.', en: 'Click the map where the line begins.' },
  startArea: { sv: 'Klicka på kartan i områdets första hörn.', en: 'Click the map at the first corner.' },
  next: { sv: 'Klicka för nästa punkt.', en: 'Click for the next vertex.' },
  endLine: {
    sv: 'Klicka för nästa punkt. Avsluta med Klar, Enter eller klick på den sista.',
    en: 'Click for the next vertex. End with Done, Enter or a click on the last one.',
  },
  endArea: {
    sv: 'Klicka för nästa hörn. Avsluta med Klar, Enter eller klick på det första.',
    en: 'Click for the next corner. End with Done, Enter or a click on the first one.',
  },
  endTouch: { sv: 'Tryck för nästa punkt. Avsluta med Klar.', en: 'Tap for the next vertex. End with Done.' },
  editPoint: { sv: 'Dra den dit den ska stå.', en: 'Drag it to where it is to stand.' },
  editShape: {
    sv: 'Dra punkterna för att flytta, de små för att lägga till. Högerklick eller Delete tar bort.',
    en: 'Drag vertices to move them, drag a small one to add. Right click or Delete removes.',
  },
  touchEdit: {
    sv: 'Dra punkterna för att flytta, de små för att lägga till.',
    en: 'Drag vertices to move them, drag a small one to add.',
  },
  snapHelp: {
    sv: 'Fäster mot gator, hus och andra objekt. Håll Alt för att rita fritt.',
    en: 'Snaps to streets, houses and other objects. Hold Alt to draw freely.',
  },
  fixed: {
    sv: 'Formen har flera delar och kan inte ändras med pennan. Uppgifterna kan ändras.',
    en: 'The shape has several parts and cannot be changed with the pen. Its details can.',
  },
  direction: { sv: 'Vrid riktningen', en: 'Turn the direction' },
  saidAdded: (n: number, count: number) => ({
    sv: `Punkt ${n} av ${count} satt`,
    en: `Vertex ${n} of ${count} placed`,
  }),
  saidRemoved: (count: number) => ({
    sv: `Punkt borttagen, ${count} kvar`,
    en: `Vertex removed, ${count} left`,
  }),
  saidMoved: (n: number) => ({ sv: `Punkt ${n} flyttad`, en: `Vertex ${n} moved` }),
  saidSelected: (n: number, count: number) => ({
    sv: `Punkt ${n} av ${count} vald`,
    en: `Vertex ${n} of ${count} selected`,
  }),
  saidShifted: { sv: 'Formen flyttad', en: 'Shape moved' },
  saidFinished: { sv: 'Formen är klar. Fyll i uppgifterna.', en: 'The shape is done. Fill in the details.' },
  saidUndone: { sv: 'Ångrat', en: 'Undone' },
  saidRedone: { sv: 'Gjort om', en: 'Redone' },
  saidTooFew: { sv: 'Fler punkter behövs', en: 'More vertices are needed' },
} satisfies Catalogue

/** What is wrong with a drawn shape, and the way on. */
export const geometryProblems: Readonly<Record<GeometryProblemCode, Text>> = {
  'wrong-kind': {
    sv: 'Den sortens form går inte att använda här.',
    en: 'That kind of shape cannot be used here.',
  },
  'too-many-vertices': { sv: 'Formen har för många punkter.', en: 'The shape has too many vertices.' },
  'not-finite': { sv: 'En koordinat är inte ett tal.', en: 'A coordinate is not a number.' },
  'out-of-range': {
    sv: 'En punkt ligger utanför jorden. Kontrollera koordinaterna.',
    en: 'A vertex lies off the Earth. Check the coordinates.',
  },
  'too-few-points': {
    sv: 'Formen har för få olika punkter.',
    en: 'The shape has too few different vertices.',
  },
  'ring-not-closed': { sv: 'Området är inte slutet.', en: 'The area is not closed.' },
  'self-intersection': {
    sv: 'Kanten korsar eller rör vid sig själv. Flytta en punkt så att den inte gör det.',
    en: 'The outline crosses or touches itself. Move a vertex so that it does not.',
  },
  'hole-outside': { sv: 'Ett hål ligger utanför området.', en: 'A hole lies outside the area.' },
  'nested-holes': { sv: 'Ett hål ligger i ett annat hål.', en: 'A hole lies within another hole.' },
  'interior-split': { sv: 'Hålen delar området i två.', en: 'The holes cut the area in two.' },
  'parts-overlap': { sv: 'Delar av området ligger över varandra.', en: 'Parts of the area overlap.' },
}

/** What just happened in a drawing, to be spoken. */
export function drawingWords(event: DrawingEvent): Text {
  switch (event.type) {
    case 'added':
      return draw.saidAdded(event.index + 1, event.count)
    case 'removed':
      return draw.saidRemoved(event.count)
    case 'moved':
      return draw.saidMoved(event.index + 1)
    case 'selected':
      return draw.saidSelected(event.index + 1, event.count)
    case 'shifted':
      return draw.saidShifted
    case 'finished':
      return draw.saidFinished
    case 'undone':
      return draw.saidUndone
    case 'redone':
      return draw.saidRedone
    case 'too-few':
      return draw.saidTooFew
  }
}
