import { z } from 'zod'
import { defineLayer } from './definition.ts'
import type { StyleLayer } from './description.ts'
import { icons } from './icons.ts'
import { marks } from './marks.ts'
import { record, title } from './measure-properties.ts'
import type { Paint } from './paint.ts'
import { choice, choices, day, integer, text } from './property.ts'
import { sections } from './sections.ts'

/** Told apart by how dark they are, by their outline and by the dots in them. */
const levels = [
  {
    value: 'none_or_few',
    mark: 'hollow' as const,
    title: { sv: 'Inga eller få rapporter', en: 'No or few reports' },
    colour: { light: '#6f7780', dark: '#8d969f' },
  },
  {
    value: 'some',
    mark: 'ring' as const,
    title: { sv: 'Några rapporter', en: 'Some reports' },
    colour: { light: '#7a4fa8', dark: '#a98bd0' },
  },
  {
    value: 'many',
    title: { sv: 'Många rapporter', en: 'Many reports' },
    colour: { light: '#46186f', dark: '#dcc6ff' },
  },
]

const about = {
  light: { sv: 'Mörkt eller trasiga lampor', en: 'Dark or broken lamps' },
  sight: { sv: 'Skymd sikt', en: 'Blocked view' },
  deserted: { sv: 'Ödsligt', en: 'Deserted' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  decay: { sv: 'Skräp och skador', en: 'Litter and damage' },
}

const properties = z.strictObject({
  title: title('E447250N6209000', 'E447250N6209000'),
  area: text(120, { title: { sv: 'Område', en: 'Area' }, section: sections.what }),
  level: choice(Object.fromEntries(levels.map(({ value, title: name }) => [value, name])), {
    title: { sv: 'Rapporter om otrygghet', en: 'Reports of feeling unsafe' },
    help: {
      sv: 'Några är 5–9, många är 10 eller fler. Färre än 5 visas inte: inga, få och undanhållet ser likadana ut.',
      en: 'Some are 5–9, many are 10 or more. Fewer than 5 are not shown: none, few and withheld look the same.',
    },
    section: sections.result,
    initial: 'none_or_few',
  }),
  about: choices(about, {
    title: { sv: 'Handlar mest om', en: 'Mostly about' },
    help: {
      sv: 'Bara det som minst 5 rapporter delar, och aldrig det som pekar ut människor.',
      en: 'Only what at least 5 reports share, and never what points at people.',
    },
    section: sections.result,
  }),
  done: integer(0, 100_000, {
    title: { sv: 'Åtgärder gjorda', en: 'Measures done' },
    section: sections.result,
  }),
  coming: integer(0, 100_000, {
    title: { sv: 'Åtgärder på gång', en: 'Measures coming' },
    section: sections.result,
  }),
  month: day({
    title: { sv: 'Till och med månaden', en: 'Up to the month' },
    help: { sv: 'Månadens första dag. Inget finare visas.', en: 'Its first day. Nothing finer is shown.' },
    section: sections.when,
    monthly: true,
    required: true,
  }),
  ...record,
})

const open = ['title', 'area', 'level', 'about', 'done', 'coming', 'month', 'demo']
const all = Object.keys(properties.shape)

/** Empty squares are a hair of a line and only close up; the others are filled, and have dots in the middle. */
function style(paint: Paint): StyleLayer[] {
  const by = (few: unknown, some: unknown, many: unknown) => [
    'match',
    ['get', 'level'],
    'some',
    some,
    'many',
    many,
    few,
  ]
  const [area, outline] = marks(paint, { label: null, fill: by(0, 0.3, 0.55) })
  return [
    area!,
    {
      ...outline!,
      paint: {
        'line-color': paint.colour,
        'line-width': by(0.5, 1.2, 2),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 12.5, by(0, 0.8, 1), 14, by(0.45, 0.9, 1)],
      },
    },
    {
      id: `${paint.id}-dots`,
      type: 'symbol',
      minzoom: 13,
      filter: ['!=', ['get', 'level'], 'none_or_few'],
      layout: {
        'text-field': by('', '•', '•••'),
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 12, 16, 22],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': paint.text, 'text-halo-color': paint.halo, 'text-halo-width': 1.5 },
    },
  ]
}

export const safetyMapCells = defineLayer({
  id: 'safety_map_cells',
  title: { sv: 'Trygghetskarta', en: 'Safety map' },
  description: {
    sv: 'Rapporter om otrygghet det senaste året i fasta rutor, i ord. Görs om en gång i månaden.',
    en: 'Reports of feeling unsafe over the last year in fixed squares, in words. Made once a month.',
  },
  group: 'picture',
  geometry: ['Polygon', 'MultiPolygon'],
  measure: false,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: { by: 'level', values: levels },
  style,
  editable: [],
  table: ['title', 'area', 'level', 'about', 'done', 'coming', 'month'],
  icon: icons.squares,
  minzoom: 9,
  maxzoom: 14,
})
