import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { icons } from './icons.ts'
import { marks, type Stages } from './marks.ts'
import { record } from './measure-properties.ts'
import { choice, choices, day, longText } from './property.ts'
import { reportReasons } from './report-reasons.ts'
import { sections } from './sections.ts'

const reasonTitles = Object.fromEntries(
  reportReasons.filter(({ pointing }) => !pointing).map(({ value, title }) => [value, title]),
)

const states = [
  {
    value: 'looked_at',
    mark: 'hollow' as const,
    title: { sv: 'Ses över', en: 'Being looked at' },
    colour: { light: '#35468c', dark: '#7387cc' },
  },
  {
    value: 'planned',
    mark: 'ring' as const,
    title: { sv: 'Åtgärd planerad', en: 'Measure planned' },
    colour: { light: '#946609', dark: '#eebf4b' },
  },
  { value: 'done', title: { sv: 'Åtgärdad', en: 'Done' }, colour: { light: '#0d735d', dark: '#6fe7cd' } },
  {
    value: 'declined',
    mark: 'faint' as const,
    title: { sv: 'Ingen åtgärd', en: 'No measure' },
    colour: { light: '#798591', dark: '#a5afb9' },
  },
]

const stages: Stages = { by: 'state', thought: ['looked_at'], agreed: ['planned'], over: ['declined'] }

const properties = z.strictObject({
  reasons: choices(reasonTitles, {
    title: { sv: 'Vad som gör platsen otrygg', en: 'What makes it unsafe' },
    help: { sv: 'Bara det som inte pekar ut människor.', en: 'Only what does not point at people.' },
    section: sections.what,
  }),
  state: choice(Object.fromEntries(states.map(({ value, title }) => [value, title])), {
    title: { sv: 'Läge', en: 'State' },
    section: sections.what,
    initial: 'looked_at',
  }),
  words: longText(2000, {
    title: { sv: 'Så beskrivs platsen', en: 'Described as' },
    help: {
      sv: 'Ord som kommunen har släppt, utan personuppgifter.',
      en: 'Words released by the municipality, without personal data.',
    },
    section: sections.texts,
  }),
  answer: longText(2000, {
    title: { sv: 'Kommunens svar', en: 'Answer of the municipality' },
    section: sections.texts,
  }),
  month: day({
    title: { sv: 'Månad', en: 'Month' },
    help: {
      sv: 'När platsen först rapporterades. Varken dag eller klockslag visas.',
      en: 'When it was first reported. Neither day nor hour is shown.',
    },
    monthly: true,
    section: sections.when,
    required: true,
  }),
  heard: choice(
    {
      at_least_5: { sv: 'Minst 5 invånare', en: 'At least 5 residents' },
      at_least_10: { sv: 'Minst 10 invånare', en: 'At least 10 residents' },
      at_least_25: { sv: 'Minst 25 invånare', en: 'At least 25 residents' },
      at_least_50: { sv: 'Minst 50 invånare', en: 'At least 50 residents' },
      at_least_100: { sv: 'Minst 100 invånare', en: 'At least 100 residents' },
    },
    {
      title: { sv: 'Har rapporterats av', en: 'Reported by' },
      help: {
        sv: 'Till och med förra månaden. Färre än 5 visas inte.',
        en: 'Up to last month. Fewer than 5 are not shown.',
      },
      section: sections.result,
      readOnly: true,
    },
  ),
  ...record,
})

const open = ['reasons', 'state', 'words', 'answer', 'month', 'heard', 'demo']
const all = Object.keys(properties.shape)

export const reportedPlaces = defineLayer({
  id: 'reported_places',
  title: { sv: 'Platser som ses över', en: 'Places being looked at' },
  description: {
    sv: 'Platser som invånare har rapporterat som otrygga, och vad kommunen gör åt dem.',
    en: 'Places that residents have reported as unsafe, and what the municipality does about them.',
  },
  group: 'picture',
  geometry: ['Point', 'LineString', 'Polygon'],
  measure: false,
  chained: true,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: { by: 'state', values: states },
  style: (paint) => marks(paint, { stages, label: null, dense: true }),
  editable: [],
  table: ['month', 'reasons', 'state', 'answer', 'heard'],
  icon: icons.lookedAt,
  minzoom: 10,
  maxzoom: 16,
  untiled: ['words', 'answer', 'heard'],
})
