import { z } from 'zod'
import { defineLayer } from './definition.ts'
import type { StyleLayer } from './description.ts'
import { icons } from './icons.ts'
import { labelMark, marks } from './marks.ts'
import { internalText, publicText, record, title } from './measure-properties.ts'
import type { Paint } from './paint.ts'
import { choice, decimal, flag, integer, text } from './property.ts'
import { sections } from './sections.ts'

/** Fewer answers than this are shown to planners alone: a share of so few is neither safe to publish nor worth reading. */
const fewestAnswersShown = 30

/** Sequential, from few to many who feel unsafe: darker on light ground, lighter on dark. */
const classes = [
  {
    value: 'below_15',
    title: { sv: 'Under 15 %', en: 'Below 15 %' },
    colour: { light: '#b8802f', dark: '#8a6a3a' },
  },
  {
    value: '15_to_25',
    title: { sv: '15–25 %', en: '15–25 %' },
    colour: { light: '#a8541f', dark: '#c08a3e' },
  },
  {
    value: '25_to_35',
    title: { sv: '25–35 %', en: '25–35 %' },
    colour: { light: '#8a2a1c', dark: '#eeb35a' },
  },
  {
    value: '35_or_more',
    title: { sv: '35 % eller mer', en: '35 % or more' },
    colour: { light: '#4a0f18', dark: '#ffe3a3' },
  },
]

const properties = z.strictObject({
  title: title('Gamlegården', 'Gamlegården'),
  year: integer(1990, 2100, {
    title: { sv: 'År', en: 'Year' },
    section: sections.when,
    required: true,
  }),
  share_unsafe: decimal(0, 100, {
    title: { sv: 'Andel otrygga', en: 'Share feeling unsafe' },
    help: {
      sv: 'Andel som känner sig mycket eller ganska otrygga ute en sen kväll i sitt bostadsområde, eller inte går ut av det skälet.',
      en: 'Share who feel very or rather unsafe out late in the evening where they live, or stay in for that reason.',
    },
    unit: '%',
    section: sections.result,
    required: true,
  }),
  share_class: choice(Object.fromEntries(classes.map(({ value, title }) => [value, title])), {
    title: { sv: 'Klass', en: 'Class' },
    section: sections.result,
    readOnly: true,
  }),
  respondents: integer(1, 1_000_000, {
    title: { sv: 'Antal svar', en: 'Answers' },
    help: {
      sv: `Områden med färre än ${fewestAnswersShown} svar visas bara för kommunens planerare.`,
      en: `Areas with fewer than ${fewestAnswersShown} answers are shown to planners alone.`,
    },
    section: sections.result,
    required: true,
  }),
  response_rate: decimal(0, 100, {
    title: { sv: 'Svarsfrekvens', en: 'Response rate' },
    unit: '%',
    section: sections.result,
  }),
  newest: flag({
    title: { sv: 'Senaste mätningen', en: 'Latest survey' },
    help: { sv: 'Bara den senaste visas på kartan.', en: 'Only the latest is drawn on the map.' },
    section: sections.result,
    readOnly: true,
  }),
  source: text(200, {
    title: { sv: 'Undersökning', en: 'Survey' },
    help: {
      sv: 'Till exempel Trygghetsmätningen, polisregion Syd, 16–85 år.',
      en: 'Such as the safety survey of police region South, ages 16–85.',
    },
    section: sections.source,
  }),
  public_text: publicText,
  internal_text: internalText,
  ...record,
})

const open = [
  'title',
  'year',
  'share_unsafe',
  'share_class',
  'respondents',
  'response_rate',
  'newest',
  'source',
  'public_text',
  'demo',
]
const all = Object.keys(properties.shape)

/** The newest survey of each area: the more who feel unsafe, the stronger the fill. It has no icon but the figure in words. */
function style(paint: Paint): StyleLayer[] {
  const newest = ['==', ['get', 'newest'], true]
  const strengths = classes.flatMap(({ value }, i) => [value, 0.12 + 0.09 * i])
  const parts = marks(paint, { label: null, fill: ['match', ['get', 'share_class'], ...strengths, 0.12] })
  const label = labelMark(paint, 'title')
  const figure = ['concat', ['get', 'title'], '\n', ['to-string', ['round', ['get', 'share_unsafe']]], ' %']
  return [
    ...parts.filter(({ type }) => type !== 'symbol').map((part) => ({ ...part, filter: newest })),
    {
      ...label,
      minzoom: 12,
      filter: newest,
      layout: {
        ...(label.layout as object),
        'text-field': figure,
        'text-anchor': 'center',
        'text-offset': [0, 0],
      },
    },
  ]
}

export const safetySurveyAreas = defineLayer({
  id: 'safety_survey_areas',
  title: { sv: 'Trygghetsundersökning', en: 'Safety survey' },
  description: {
    sv: 'Andelen som känner sig otrygg, per område och år, ur den årliga trygghetsundersökningen.',
    en: 'The share feeling unsafe, by area and year, from the yearly safety survey.',
  },
  group: 'picture',
  geometry: ['Polygon', 'MultiPolygon'],
  measure: false,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: { by: 'share_class', values: classes },
  style,
  editable: ['planner'],
  table: ['title', 'year', 'share_unsafe', 'respondents', 'response_rate'],
  icon: icons.board,
  minzoom: 6,
  maxzoom: 14,
  dialogue: 'survey',
})
