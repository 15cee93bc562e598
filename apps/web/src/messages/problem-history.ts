import type { Text } from '@trygghetskartan/api/contract'
import type { ProblemHistoryEntry } from '@trygghetskartan/api/contract-problems'
import { problemFields } from './problem-fields.ts'

type Words = Readonly<Record<ProblemHistoryEntry['op'], Text>>

/** What happened to a problem or to what hangs on it. */
export const historyWords: Readonly<Record<ProblemHistoryEntry['part'], Words>> = {
  problem: {
    insert: { sv: 'Problemet skrevs ned', en: 'The problem was written down' },
    update: { sv: 'Problemet ändrades', en: 'The problem was changed' },
    delete: { sv: 'Problemet togs bort', en: 'The problem was removed' },
  },
  reading: {
    insert: { sv: 'Mätvärde lades till', en: 'Reading added' },
    update: { sv: 'Mätvärde ändrades', en: 'Reading changed' },
    delete: { sv: 'Mätvärde togs bort', en: 'Reading removed' },
  },
  evidence: {
    insert: { sv: 'Underlag lades till', en: 'Evidence added' },
    update: { sv: 'Underlag ändrades', en: 'Evidence changed' },
    delete: { sv: 'Underlag togs bort', en: 'Evidence removed' },
  },
  measure: {
    insert: { sv: 'Åtgärd kopplades', en: 'Measure linked' },
    update: { sv: 'Väntad effekt ändrades', en: 'Expected effect changed' },
    delete: { sv: 'Koppling till åtgärd togs bort', en: 'Measure unlinked' },
  },
  operation: {
    insert: { sv: 'Insats planerades', en: 'Operation planned' },
    update: { sv: 'Insats ändrades', en: 'Operation changed' },
    delete: { sv: 'Insats togs bort', en: 'Operation removed' },
  },
}

/** Columns that the history names, in words. */
export const changedNames: Readonly<Record<string, Text>> = {
  title: problemFields.title,
  kind: problemFields.kind,
  description: problemFields.description,
  geom: { sv: 'Plats på kartan', en: 'Place on the map' },
  place: problemFields.place,
  weekdays: problemFields.weekdays,
  hours_from: problemFields.hoursFrom,
  hours_to: problemFields.hoursTo,
  affected: problemFields.affected,
  causes: problemFields.causes,
  goal: problemFields.goal,
  indicator: problemFields.indicator,
  unit: problemFields.unit,
  base_value: problemFields.baseValue,
  base_on: problemFields.baseOn,
  target_value: problemFields.targetValue,
  target_on: problemFields.targetOn,
  responsible: problemFields.responsible,
  state: { sv: 'Läge', en: 'State' },
  adopted_on: { sv: 'Beslutsdag', en: 'Day of the decision' },
  adopted_by: { sv: 'Beslutat av', en: 'Adopted by' },
  reviewed_on: { sv: 'Genomgånget', en: 'Gone through' },
  outcome: { sv: 'Vad det ledde till', en: 'What came of it' },
  value: { sv: 'Värde', en: 'Value' },
  note: { sv: 'Kommentar', en: 'Comment' },
  expected_effect: { sv: 'Väntad effekt', en: 'Expected effect' },
  problem: { sv: 'Problem', en: 'Problem' },
  problems: { sv: 'Problem', en: 'Problems' },
  starts_at: { sv: 'Börjar', en: 'Begins' },
  ends_at: { sv: 'Slutar', en: 'Ends' },
  authorities: { sv: 'Vilka som deltar', en: 'Who takes part' },
  owner: { sv: 'Leds av', en: 'Led by' },
  purpose: { sv: 'Syfte', en: 'Purpose' },
  cancelled: { sv: 'Inställd', en: 'Cancelled' },
}
