import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { weekHours } from './hours-properties.ts'
import { icons } from './icons.ts'
import { marks, type Stages } from './marks.ts'
import { internalText, record } from './measure-properties.ts'
import { choice, choices, day, longText, object } from './property.ts'
import { reportReasons } from './report-reasons.ts'
import { hoursTogether, withRules } from './rules.ts'
import { sections } from './sections.ts'

const reasonTitles = Object.fromEntries(reportReasons.map(({ value, title }) => [value, title]))

const stages: Stages = { by: 'state', thought: ['new', 'in_review'], agreed: [], over: ['declined'] }

const properties = z
  .strictObject({
    reasons: choices(reasonTitles, {
      title: { sv: 'Vad gör platsen otrygg?', en: 'What makes it unsafe?' },
      help: { sv: 'Det viktigaste först.', en: 'The most important first.' },
      section: sections.what,
      required: true,
    }),
    main_reason: choice(reasonTitles, {
      title: { sv: 'Främsta skäl', en: 'Main reason' },
      section: sections.what,
      readOnly: true,
    }),
    state: choice(
      {
        new: { sv: 'Ny', en: 'New' },
        in_review: { sv: 'Granskas', en: 'In review' },
        published: { sv: 'Publicerad', en: 'Published' },
        handled: { sv: 'Åtgärdad', en: 'Handled' },
        declined: { sv: 'Avskriven', en: 'Declined' },
      },
      { title: { sv: 'Läge', en: 'State' }, section: sections.what, initial: 'new' },
    ),
    place_id: object('reported_places', {
      title: { sv: 'Publik plats', en: 'Public place' },
      help: { sv: 'Flera rapporter kan gälla samma plats.', en: 'Several reports may be of one place.' },
      section: sections.what,
      readOnly: true,
    }),
    words: longText(2000, {
      title: { sv: 'Med egna ord', en: 'In own words' },
      help: {
        sv: 'Det som anmälaren skrev, utan personuppgifter.',
        en: 'What the reporter wrote, without personal data.',
      },
      section: sections.texts,
    }),
    ...weekHours,
    season: choice(
      {
        all_year: { sv: 'Hela året', en: 'All year' },
        spring: { sv: 'Vår', en: 'Spring' },
        summer: { sv: 'Sommar', en: 'Summer' },
        autumn: { sv: 'Höst', en: 'Autumn' },
        winter: { sv: 'Vinter', en: 'Winter' },
      },
      { title: { sv: 'Årstid', en: 'Season' }, section: sections.when },
    ),
    received_on: day({
      title: { sv: 'Inkom', en: 'Received' },
      help: { sv: 'Bara dagen sparas.', en: 'Only the day is kept.' },
      section: sections.when,
      required: true,
    }),
    internal_text: internalText,
    ...record,
  })
  .superRefine(withRules(hoursTogether))

const all = Object.keys(properties.shape)

export const unsafeReports = defineLayer({
  id: 'unsafe_reports',
  title: { sv: 'Otrygga platser', en: 'Unsafe places' },
  description: {
    sv: 'Platser, stråk och områden som invånare har anmält som otrygga.',
    en: 'Places, stretches and areas that residents have reported as unsafe.',
  },
  group: 'picture',
  geometry: ['Point', 'LineString', 'Polygon'],
  measure: false,
  properties,
  audiences: { planner: all, police: all },
  categories: { by: 'main_reason', values: reportReasons },
  style: (paint) => marks(paint, { stages, label: null, dense: true }),
  editable: [],
  table: ['reasons', 'state', 'words', 'weekdays', 'hours_from', 'hours_to', 'received_on'],
  icon: icons.caution,
  minzoom: 8,
  maxzoom: 16,
})
