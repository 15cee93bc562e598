import type { LayerDescription, Text } from '@trygghetskartan/api/contract'
import type { SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import type { FieldProblem } from '../plan/form-values.ts'
import type { Catalogue } from './text.ts'

/** Words of planning: new objects, forms, saving, conflicts, status and history. */
export const plan = {
  kronor: { sv: 'kr', en: 'SEK' },
  newObject: { sv: 'Ny åtgärd', en: 'New measure' },
  newZone: { sv: 'Nytt område', en: 'New area' },
  newHelp: { sv: 'Välj vad du vill rita.', en: 'Choose what to draw.' },
  kindPoint: { sv: 'Plats', en: 'Place' },
  kindLine: { sv: 'Sträcka', en: 'Stretch' },
  kindArea: { sv: 'Område', en: 'Area' },
  drawKind: (layer: string, kind: string) => ({ sv: `${layer}: rita ${kind}`, en: `${layer}: draw ${kind}` }),
  undoLast: (name: string) => ({ sv: `Ångra senaste: ${name}`, en: `Undo the latest: ${name}` }),
  redoLast: (name: string) => ({ sv: `Gör om: ${name}`, en: `Redo: ${name}` }),
  nothingToUndo: { sv: 'Inget att ångra', en: 'Nothing to undo' },
  nothingToRedo: { sv: 'Inget att göra om', en: 'Nothing to redo' },
  undone: (name: string) => ({ sv: `Ångrat: ${name}`, en: `Undone: ${name}` }),
  redone: (name: string) => ({ sv: `Gjort om: ${name}`, en: `Redone: ${name}` }),
  undo: { sv: 'Ångra', en: 'Undo' },
  undoConflict: {
    sv: 'Det gick inte att ångra: någon annan har ändrat objektet sedan dess. Se historiken.',
    en: 'It could not be undone: somebody else has changed the object since. See its history.',
  },
  undoOffline: {
    sv: 'Servern nås inte just nu. Försök ångra igen om en stund.',
    en: 'The server cannot be reached right now. Try to undo again in a while.',
  },
  drafts: { sv: 'Inte sparat än', en: 'Not saved yet' },
  draftFrom: (when: string) => ({ sv: `Påbörjat ${when}`, en: `Begun ${when}` }),
  unnamed: { sv: 'Utan namn', en: 'Unnamed' },
  resume: { sv: 'Fortsätt', en: 'Continue' },
  discard: { sv: 'Släng', en: 'Discard' },
  discardNamed: (name: string) => ({ sv: `Släng utkastet ${name}`, en: `Discard the draft ${name}` }),
  resumeNamed: (name: string) => ({ sv: `Fortsätt med ${name}`, en: `Continue with ${name}` }),

  newOf: (layer: string) => ({ sv: `Ny: ${layer}`, en: `New: ${layer}` }),
  changeOf: (name: string) => ({ sv: `Ändra ${name}`, en: `Change ${name}` }),
  shape: { sv: 'Form på kartan', en: 'Shape on the map' },
  noShape: { sv: 'Rita formen på kartan innan du sparar.', en: 'Draw the shape on the map before you save.' },
  shapeDone: { sv: 'Ritad', en: 'Drawn' },
  shapeWaiting: { sv: 'Ritas på kartan', en: 'Being drawn on the map' },
  notSavedYet: { sv: 'Inte sparat än', en: 'Not saved yet' },
  waiting: {
    sv: 'Servern nås inte. Det du skrivit och ritat finns kvar här och sparas när kontakten är tillbaka.',
    en: 'The server cannot be reached. What you wrote and drew is kept here and is saved when contact is back.',
  },
  refused: { sv: 'Det gick inte att spara', en: 'It could not be saved' },
  fixFields: (count: number) => ({
    sv: count === 1 ? 'Ett fält behöver rättas.' : `${count} fält behöver rättas.`,
    en: count === 1 ? 'One field needs correcting.' : `${count} fields need correcting.`,
  }),
  filledIn: (count: number) => ({
    sv: count === 1 ? '1 ifyllt' : `${count} ifyllda`,
    en: `${count} filled in`,
  }),
  saved: { sv: 'Sparat', en: 'Saved' },
  savedNamed: (name: string) => ({ sv: `Sparat: ${name}`, en: `Saved: ${name}` }),
  noChange: { sv: 'Inget var ändrat', en: 'Nothing was changed' },
  dateShape: { sv: 'åååå-mm-dd', en: 'yyyy-mm-dd' },
  timeShape: { sv: 'tt:mm', en: 'hh:mm' },
  calendar: { sv: 'Välj i kalender', en: 'Choose from a calendar' },
  optional: { sv: 'Välj…', en: 'Choose…' },
  allDays: { sv: 'Alla dagar', en: 'Every day' },
  workDays: { sv: 'Vardagar', en: 'Weekdays' },
  weekend: { sv: 'Helg', en: 'Weekend' },
  charactersLeft: (count: number) => ({ sv: `${count} tecken kvar`, en: `${count} characters left` }),

  giveUp: { sv: 'Kasta det du gjort?', en: 'Discard what you have done?' },
  giveUpHelp: {
    sv: 'Det du ritat och skrivit är inte sparat. Du kan också lämna det som utkast och fortsätta senare.',
    en: 'What you drew and wrote is not saved. You can also leave it as a draft and continue later.',
  },
  giveUpYes: { sv: 'Kasta', en: 'Discard' },
  keepDraft: { sv: 'Behåll som utkast', en: 'Keep as a draft' },
  goOn: { sv: 'Fortsätt redigera', en: 'Continue editing' },

  sensitiveTitle: { sv: 'Texten kan peka ut en person', en: 'The text may point out a person' },
  sensitiveHelp: {
    sv: 'Uppgifter om personer hör inte hemma på kartan. Kontrollera det här innan du sparar:',
    en: 'Data about persons does not belong on the map. Check this before you save:',
  },
  person: (text: string, kind: string) => ({
    sv: `”${text}” kan peka ut en person (${kind.toLowerCase()}). Skriv utan namn, nummer och skyltar.`,
    en: `“${text}” may point out a person (${kind.toLowerCase()}). Write without names, numbers and plates.`,
  }),
  sensitiveEdit: { sv: 'Ändra texten', en: 'Change the text' },
  sensitiveAnyway: { sv: 'Spara ändå', en: 'Save anyway' },
  nameHint: (text: string) => ({
    sv: `”${text}” ser ut som ett personnamn. Skriv hellre en roll eller enhet.`,
    en: `“${text}” looks like a person’s name. A role or department is better.`,
  }),

  conflictTitle: { sv: 'Någon annan har sparat under tiden', en: 'Somebody else saved in the meantime' },
  conflictHelp: {
    sv: 'Välj vad som ska gälla. Inget av det du gjort är borta, och inget av deras heller förrän du sparar.',
    en: 'Choose what is to hold. Nothing of yours is lost, nor of theirs until you save.',
  },
  conflictHelpFew: {
    sv: 'Ni har ändrat olika saker, så båda kan behållas. Kontrollera och spara.',
    en: 'You changed different things, so both can be kept. Check and save.',
  },
  field: { sv: 'Uppgift', en: 'Detail' },
  mine: { sv: 'Min version', en: 'My version' },
  theirs: { sv: 'Sparad version', en: 'Saved version' },
  allMine: { sv: 'Välj mina', en: 'Choose mine' },
  allTheirs: { sv: 'Välj de sparade', en: 'Choose the saved ones' },
  bothChanged: { sv: 'ändrad av båda', en: 'changed by both' },
  geometry: { sv: 'Läge och form', en: 'Place and shape' },
  shapesCaption: {
    sv: 'Min form med heldragen linje, den sparade streckad.',
    en: 'My shape with a solid line, the saved one dashed.',
  },
  empty: { sv: 'tomt', en: 'empty' },
  saveMerged: { sv: 'Spara så här', en: 'Save this' },
  backToForm: { sv: 'Tillbaka till formuläret', en: 'Back to the form' },

  edit: { sv: 'Ändra', en: 'Change' },
  remove: { sv: 'Ta bort', en: 'Delete' },
  removedNamed: (name: string) => ({ sv: `Borttagen: ${name}`, en: `Deleted: ${name}` }),
  notDone: { sv: 'Det blev inte gjort', en: 'It was not done' },
  notDoneOffline: {
    sv: 'Servern nås inte just nu. Försök igen om en stund.',
    en: 'The server cannot be reached right now. Try again in a while.',
  },
  notDoneConflict: {
    sv: 'Någon annan har ändrat objektet. Du ser nu hur det är; försök igen om du fortfarande vill.',
    en: 'Somebody else has changed the object. You now see how it is; try again if you still want to.',
  },

  status: { sv: 'Status', en: 'Status' },
  nextStep: { sv: 'Nästa steg', en: 'Next step' },
  nextStepTo: (status: string) => ({ sv: `Nästa steg: ${status}`, en: `Next step: ${status}` }),
  moveTo: (status: string) => ({ sv: `Flytta till ${status}`, en: `Move to ${status}` }),
  note: { sv: 'Kommentar till steget', en: 'Note on the step' },
  noteHelp: { sv: 'Frivillig. Sparas i historiken.', en: 'Optional. Kept in the history.' },

  history: { sv: 'Historik', en: 'History' },
  created: { sv: 'Skapad', en: 'Created' },
  changed: { sv: 'Ändrad', en: 'Changed' },
  deleted: { sv: 'Borttagen', en: 'Deleted' },
  by: (who: string) => ({ sv: `av ${who}`, en: `by ${who}` }),
  shapeChanged: { sv: 'flyttad eller omritad', en: 'moved or redrawn' },
  restore: { sv: 'Återställ till före', en: 'Restore to before' },
  restoreOf: (when: string) => ({ sv: `Återställ till före ${when}`, en: `Restore to before ${when}` }),
  restored: { sv: 'Återställt', en: 'Restored' },
  from: { sv: 'från', en: 'from' },
  to: { sv: 'till', en: 'to' },
} satisfies Catalogue

/** What is wrong with a field, said to the one who filled it in. */
export function fieldProblemText(problem: FieldProblem) {
  switch (problem.code) {
    case 'required':
      return { sv: 'Fyll i det här fältet.', en: 'Fill in this field.' }
    case 'not-a-number':
      return { sv: 'Skriv ett tal, till exempel 4,5.', en: 'Write a number, such as 4.5.' }
    case 'not-an-integer':
      return { sv: 'Skriv ett heltal.', en: 'Write a whole number.' }
    case 'not-a-date':
      return {
        sv: 'Skriv ett datum som finns, till exempel 2026-05-01.',
        en: 'Write a date that exists, such as 2026-05-01.',
      }
    case 'not-a-time':
      return { sv: 'Skriv ett klockslag, till exempel 18:30.', en: 'Write a time, such as 18:30.' }
    case 'not-an-option':
      return { sv: 'Välj något av alternativen.', en: 'Choose one of the options.' }
    case 'below':
      return { sv: `Minst ${problem.limit}.`, en: `At least ${problem.limit}.` }
    case 'above':
      return { sv: `Högst ${problem.limit}.`, en: `At most ${problem.limit}.` }
    case 'too-long':
      return { sv: `Högst ${problem.limit} tecken.`, en: `At most ${problem.limit} characters.` }
  }
}

export const sensitiveKinds: Readonly<Record<SensitiveFind['kind'], { sv: string; en: string }>> = {
  'identity-number': { sv: 'Personnummer', en: 'Personal identity number' },
  phone: { sv: 'Telefonnummer', en: 'Phone number' },
  email: { sv: 'E-postadress', en: 'E-mail address' },
  plate: { sv: 'Registreringsnummer', en: 'Number plate' },
  name: { sv: 'Personnamn', en: 'Person’s name' },
}

/** Headings of what one may draw. */
export const layerGroups: Readonly<Record<LayerDescription['group'], Text>> = {
  measures: { sv: 'Åtgärder', en: 'Measures' },
  presence: { sv: 'Närvaro', en: 'Presence' },
  picture: { sv: 'Underlag', en: 'Evidence' },
  police: { sv: 'Polisen', en: 'Police' },
}
