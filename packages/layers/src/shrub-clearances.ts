import { z } from 'zod'
import { defineLayer } from './definition.ts'
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
import { choice, decimal, integer } from './property.ts'
import { withRules } from './rules.ts'
import { sections } from './sections.ts'

const properties = z
  .strictObject({
    title: title('Slänten vid gångtunneln', 'Bank by the underpass'),
    kind: choice(
      {
        clearing: { sv: 'Röjning', en: 'Clearing' },
        thinning: { sv: 'Gallring', en: 'Thinning' },
        pruning: { sv: 'Beskärning', en: 'Pruning' },
        replanting: { sv: 'Byte till lägre växtlighet', en: 'Replanting with lower plants' },
      },
      { title: { sv: 'Slag', en: 'Kind' }, section: sections.what, initial: 'clearing' },
    ),
    status: measureState.status,
    plan_id: measureState.plan_id,
    responsible: measureState.responsible,
    public_text: publicText,
    internal_text: internalText,
    starts_on: measureState.starts_on,
    completed_on: measureState.completed_on,
    ...costs,
    height_after_m: decimal(0, 20, {
      title: { sv: 'Höjd efter åtgärd', en: 'Height afterwards' },
      help: {
        sv: 'Högst så högt får buskarna bli. Under 0,7 m skymmer de inte sikten.',
        en: 'The shrubs may grow no higher. Below 0.7 m they do not block the view.',
      },
      unit: 'm',
      section: sections.what,
    }),
    repeat_months: integer(1, 120, {
      title: { sv: 'Återkommer var', en: 'Repeated every' },
      help: { sv: 'Hur ofta röjningen behöver göras om.', en: 'How often it has to be done again.' },
      unit: 'mo',
      section: sections.when,
    }),
    land_owner: choice(
      {
        municipality: { sv: 'Kommunen', en: 'The municipality' },
        housing_company: { sv: 'Bostadsbolag', en: 'Housing company' },
        state: { sv: 'Staten', en: 'The state' },
        private: { sv: 'Privat markägare', en: 'Private owner' },
      },
      { title: { sv: 'Markägare', en: 'Land owner' }, section: sections.who },
    ),
    ...record,
  })
  .superRefine(withRules(...measureRules))

const open = ['title', 'kind', 'status', 'public_text', 'starts_on', 'completed_on', 'demo']
const all = Object.keys(properties.shape)

export const shrubClearances = defineLayer({
  id: 'shrub_clearances',
  title: { sv: 'Röjning av buskage', en: 'Shrub clearances' },
  description: {
    sv: 'Buskar och sly som röjs, gallras eller byts för bättre sikt.',
    en: 'Shrubs and undergrowth cleared, thinned or replaced for better sight lines.',
  },
  group: 'measures',
  geometry: ['Polygon'],
  measure: true,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: measureCategories,
  style: (paint) => marks(paint, { stages: measureStages }),
  editable: ['planner'],
  table: ['title', 'kind', 'status', 'responsible', 'starts_on', 'completed_on', 'cost_sek'],
  icon: icons.shrub,
  minzoom: 8,
  maxzoom: 15,
  siting: {
    kind: 'clearance',
    columns: { heightAfter: 'height_after_m', investment: 'cost_sek', yearly: 'yearly_cost_sek' },
  },
})
