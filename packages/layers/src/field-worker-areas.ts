import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { weekHours } from './hours-properties.ts'
import { icons } from './icons.ts'
import { marks } from './marks.ts'
import { internalText, record, title } from './measure-properties.ts'
import { choice, day, text } from './property.ts'
import { hoursTogether, inOrder, withRules } from './rules.ts'
import { sections } from './sections.ts'

const kinds = [
  {
    value: 'municipal',
    title: { sv: 'Kommunens fältare', en: 'Municipal field workers' },
    colour: { light: '#2a7d91', dark: '#7adcef' },
  },
  {
    value: 'association',
    title: { sv: 'Förening eller samfund', en: 'Association' },
    colour: { light: '#8e5f11', dark: '#ebba5f' },
  },
  {
    value: 'parents',
    title: { sv: 'Föräldrar ute på stan', en: 'Parents’ walk' },
    colour: { light: '#6e3e91', dark: '#bf98de' },
  },
]

const properties = z
  .strictObject({
    title: title('Tivoliparken och Resecentrum', 'Tivoliparken and the railway station'),
    kind: choice(Object.fromEntries(kinds.map(({ value, title }) => [value, title])), {
      title: { sv: 'Vilka', en: 'Who' },
      section: sections.what,
      initial: 'municipal',
    }),
    responsible: text(200, {
      title: { sv: 'Ansvarig verksamhet', en: 'Responsible service' },
      help: { sv: 'Enhet eller förening, inte en person.', en: 'Unit or association, not a person.' },
      section: sections.who,
    }),
    contact: text(200, {
      title: { sv: 'Kontakt', en: 'Contact' },
      help: {
        sv: 'Funktionsbrevlåda eller jourtelefon, inte en person.',
        en: 'Shared mailbox or duty telephone, not a person.',
      },
      section: sections.who,
    }),
    ...weekHours,
    valid_from: day({ title: { sv: 'Gäller från', en: 'Valid from' }, section: sections.when }),
    valid_to: day({ title: { sv: 'Gäller till', en: 'Valid until' }, section: sections.when }),
    internal_text: internalText,
    ...record,
  })
  .superRefine(withRules(hoursTogether, inOrder('valid_from', 'valid_to')))

const all = Object.keys(properties.shape)
const seenByReporter = all.filter((name) => !['internal_text', 'created_at', 'updated_at'].includes(name))

export const fieldWorkerAreas = defineLayer({
  id: 'field_worker_areas',
  title: { sv: 'Fältare', en: 'Field workers' },
  description: {
    sv: 'Områden där fältare rör sig bland unga, och vilka tider.',
    en: 'Areas where field workers move among young people, and when.',
  },
  group: 'presence',
  geometry: ['Polygon'],
  measure: false,
  properties,
  audiences: { reporter: seenByReporter, planner: all, police: all },
  categories: { by: 'kind', values: kinds },
  style: (paint) => marks(paint, { fill: 0.1 }),
  editable: ['planner'],
  table: ['title', 'kind', 'responsible', 'weekdays', 'hours_from', 'hours_to', 'valid_to'],
  icon: icons.care,
  minzoom: 8,
  maxzoom: 14,
  siting: {
    kind: 'presence',
    columns: { weekdays: 'weekdays', from: 'hours_from', to: 'hours_to' },
  },
})
