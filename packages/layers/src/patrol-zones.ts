import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { weekHours } from './hours-properties.ts'
import { icons } from './icons.ts'
import { marks, measureStages } from './marks.ts'
import {
  costs,
  internalText,
  measureRules,
  measureState,
  publicText,
  record,
  title,
} from './measure-properties.ts'
import { measureCategories } from './measure-statuses.ts'
import { choice, longText, text } from './property.ts'
import { hoursTogether, withRules } from './rules.ts'
import { sections } from './sections.ts'

const properties = z
  .strictObject({
    title: title('Resecentrum, helgkvällar', 'Railway station, weekend evenings'),
    presence: choice(
      {
        visible: { sv: 'Synlig närvaro', en: 'Visible presence' },
        targeted: { sv: 'Riktad insats', en: 'Targeted work' },
      },
      {
        title: { sv: 'Slag av närvaro', en: 'Kind of presence' },
        section: sections.what,
        initial: 'visible',
      },
    ),
    status: measureState.status,
    plan_id: measureState.plan_id,
    responsible: measureState.responsible,
    unit: text(200, {
      title: { sv: 'Enhet', en: 'Unit' },
      help: {
        sv: 'Till exempel områdespolisen i Kristianstad.',
        en: 'Such as the community officers of Kristianstad.',
      },
      section: sections.who,
    }),
    basis: longText(2000, {
      title: { sv: 'Underlag', en: 'Basis' },
      help: {
        sv: 'Vad området vilar på: analysen det föreslogs ur, med urval och siffror. Inga personuppgifter.',
        en: 'What the zone rests on: the analysis it was proposed from, with its selection and its figures. No personal data.',
      },
      section: sections.texts,
    }),
    public_text: publicText,
    internal_text: internalText,
    starts_on: measureState.starts_on,
    completed_on: measureState.completed_on,
    ...weekHours,
    ...costs,
    ...record,
  })
  .superRefine(withRules(...measureRules, hoursTogether))

export const patrolZones = defineLayer({
  id: 'patrol_zones',
  title: { sv: 'Patrullområden', en: 'Patrol zones' },
  description: {
    sv: 'Var och när polisen är närvarande, synligt eller i riktat arbete.',
    en: 'Where and when the police are present, visibly or in targeted work.',
  },
  group: 'police',
  geometry: ['Polygon'],
  measure: true,
  properties,
  audiences: { police: Object.keys(properties.shape) },
  categories: measureCategories,
  style: (paint) => marks(paint, { stages: measureStages }),
  editable: ['police'],
  table: ['title', 'presence', 'status', 'unit', 'weekdays', 'hours_from', 'hours_to'],
  icon: icons.officer,
  minzoom: 8,
  maxzoom: 14,
  siting: {
    kind: 'presence',
    columns: {
      weekdays: 'weekdays',
      from: 'hours_from',
      to: 'hours_to',
      investment: 'cost_sek',
      yearly: 'yearly_cost_sek',
    },
  },
})
