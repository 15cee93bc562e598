import type { Catalogue } from './text.ts'

/** What the fields of a problem and of its evidence are called. */
export const problemFields = {
  title: { sv: 'Namn', en: 'Name' },
  titleHelp: {
    sv: 'Kort och igenkännligt, till exempel ”Unga och narkotika i centrum”.',
    en: 'Short and easy to recognise, such as “Young people and narcotics in the centre”.',
  },
  kind: { sv: 'Sort', en: 'Kind' },
  description: { sv: 'Vad som händer', en: 'What happens' },
  descriptionHelp: {
    sv: 'Vad, var, när och hur länge. Inga namn eller andra personuppgifter.',
    en: 'What, where, when and for how long. No names or other personal data.',
  },
  place: { sv: 'Plats i ord', en: 'Place in words' },
  placeHelp: { sv: 'Tomt betyder hela kommunen.', en: 'Empty means the whole municipality.' },
  weekdays: { sv: 'Veckodagar', en: 'Weekdays' },
  hoursFrom: { sv: 'Från', en: 'From' },
  hoursTo: { sv: 'Till', en: 'Until' },
  affected: { sv: 'Vilka som drabbas', en: 'Who is affected' },
  affectedHelp: { sv: 'Grupper, aldrig personer.', en: 'Groups, never persons.' },
  causes: { sv: 'Orsaker', en: 'Causes' },
  causesHelp: {
    sv: 'En på varje rad, den viktigaste först.',
    en: 'One on each line, the most important first.',
  },
  goal: { sv: 'Mål', en: 'Goal' },
  goalHelp: {
    sv: 'Vad som ska vara annorlunda, inte vad ni ska göra.',
    en: 'What is to be different, not what you are going to do.',
  },
  indicator: { sv: 'Indikator', en: 'Indicator' },
  indicatorHelp: {
    sv: 'Det ni mäter för att veta, till exempel händelser i månaden eller andel otrygga.',
    en: 'What you measure to know, such as events a month or share feeling unsafe.',
  },
  unit: { sv: 'Enhet', en: 'Unit' },
  unitHelp: {
    sv: 'Till exempel ”händelser i månaden” eller ”procent”.',
    en: 'Such as “events a month” or “per cent”.',
  },
  baseValue: { sv: 'Utgångsvärde', en: 'Base value' },
  baseOn: { sv: 'Utgångsvärdets dag', en: 'Day of the base value' },
  targetValue: { sv: 'Målvärde', en: 'Target' },
  targetOn: { sv: 'Målet ska vara nått', en: 'To be reached by' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  responsibleHelp: {
    sv: 'Förvaltning, enhet eller roll, inte en person.',
    en: 'Department, unit or role, not a person.',
  },

  evidenceKind: { sv: 'Sort av underlag', en: 'Kind of evidence' },
  evidenceTitle: { sv: 'Rubrik', en: 'Title' },
  evidenceText: { sv: 'Vad det visar', en: 'What it shows' },
  evidenceTextHelp: {
    sv: 'Slutsatsen i några meningar. Inga personuppgifter.',
    en: 'The conclusion in a few sentences. No personal data.',
  },
  source: { sv: 'Källa', en: 'Source' },
  n: { sv: 'Antal bakom', en: 'Number behind it' },
  nHelp: { sv: 'Händelser, svar eller anmärkningar.', en: 'Events, answers or remarks.' },
  from: { sv: 'Gäller från', en: 'About, from' },
  to: { sv: 'Gäller till', en: 'About, until' },
  figures: { sv: 'Siffror att visa', en: 'Figures to show' },
  figuresHelp: {
    sv: 'En på varje rad: ”Andel under 18 år: 41 %”. De står kvar som de var.',
    en: 'One on each line: “Share under 18: 41%”. They stay as they were.',
  },
} satisfies Catalogue
