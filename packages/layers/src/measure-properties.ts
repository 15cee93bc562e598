import { measureStatuses } from './measure-statuses.ts'
import { choice, day, flag, instant, integer, longText, plan, text } from './property.ts'
import { inOrder } from './rules.ts'
import { sections } from './sections.ts'

const statusTitles = Object.fromEntries(measureStatuses.map(({ value, title }) => [value, title]))

/** Names an object on the map and in the list. */
export const title = (sv: string, en: string) =>
  text(120, {
    title: { sv: 'Namn', en: 'Name' },
    help: {
      sv: `Kort och igenkännligt, till exempel ”${sv}”.`,
      en: `Short and easy to recognise, such as “${en}”.`,
    },
    section: sections.what,
    required: true,
  })

export const publicText = longText(2000, {
  title: { sv: 'Text till allmänheten', en: 'Text for the public' },
  help: {
    sv: 'Visas på den öppna kartan. Skriv inga namn, telefonnummer eller andra personuppgifter.',
    en: 'Shown on the public map. No names, telephone numbers or other personal data.',
  },
  section: sections.texts,
})

export const internalText = longText(4000, {
  title: { sv: 'Intern anteckning', en: 'Internal note' },
  help: {
    sv: 'Syns bara för kommunens planerare och polisen. Inga personuppgifter.',
    en: 'Seen only by planners and the police. No personal data.',
  },
  section: sections.texts,
})

/** What the database keeps of every object. */
export const record = {
  demo: flag({
    title: { sv: 'Demonstrationsdata', en: 'Demonstration data' },
    section: sections.record,
    readOnly: true,
  }),
  created_at: instant({ title: { sv: 'Skapad', en: 'Created' }, section: sections.record, readOnly: true }),
  updated_at: instant({
    title: { sv: 'Senast ändrad', en: 'Last changed' },
    section: sections.record,
    readOnly: true,
  }),
}

/** Whose it is and how far it has come. */
export const measureState = {
  status: choice(statusTitles, {
    title: { sv: 'Status', en: 'Status' },
    help: {
      sv: 'Åtgärdens väg från idé till utvärderad.',
      en: 'The way of the measure from idea to evaluated.',
    },
    section: sections.what,
    initial: 'idea',
  }),
  plan_id: plan({
    title: { sv: 'Plan', en: 'Plan' },
    help: {
      sv: 'En idé i en plan syns bara för planens medlemmar.',
      en: 'An idea in a plan is seen by the plan’s members alone.',
    },
    section: sections.what,
  }),
  responsible: text(200, {
    title: { sv: 'Ansvarig', en: 'Responsible' },
    help: {
      sv: 'Förvaltning, enhet eller roll, inte en person.',
      en: 'Department, unit or role, not a person.',
    },
    section: sections.who,
  }),
  starts_on: day({
    title: { sv: 'Start', en: 'Start' },
    help: { sv: 'När arbetet börjar eller ska börja.', en: 'When the work begins or is to begin.' },
    section: sections.when,
  }),
  completed_on: day({
    title: { sv: 'Klar', en: 'Completed' },
    help: { sv: 'När åtgärden är på plats.', en: 'When the measure is in place.' },
    section: sections.when,
  }),
}

export const costs = {
  cost_sek: integer(0, 1_000_000_000, {
    title: { sv: 'Investering', en: 'Investment' },
    help: { sv: 'Engångskostnad exklusive moms.', en: 'One-off cost without VAT.' },
    unit: 'SEK',
    section: sections.cost,
  }),
  yearly_cost_sek: integer(0, 1_000_000_000, {
    title: { sv: 'Kostnad per år', en: 'Cost per year' },
    help: { sv: 'Drift, underhåll och personal.', en: 'Running, upkeep and staff.' },
    unit: 'SEK',
    section: sections.cost,
  }),
}

/** Rules of every measure. */
export const measureRules = [inOrder('starts_on', 'completed_on')]
