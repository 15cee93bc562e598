import { z } from 'zod'
import { defineLayer } from './definition.ts'
import type { StyleLayer } from './description.ts'
import { icons } from './icons.ts'
import { labelMark, pointIcon, pointMark } from './marks.ts'
import { record } from './measure-properties.ts'
import type { Expression, Paint } from './paint.ts'
import { choice, instant, longText, text } from './property.ts'
import { sections } from './sections.ts'

const groups = [
  {
    value: 'violence',
    title: { sv: 'Våld och hot', en: 'Violence and threats' },
    colour: { light: '#ea5113', dark: '#f58e62' },
  },
  {
    value: 'theft',
    title: { sv: 'Stöld, rån och inbrott', en: 'Theft, robbery and burglary' },
    colour: { light: '#255ca6', dark: '#558cbe' },
  },
  {
    value: 'damage',
    title: { sv: 'Skadegörelse', en: 'Damage' },
    colour: { light: '#482b06', dark: '#a37c4f' },
  },
  {
    value: 'drugs_weapons',
    title: { sv: 'Narkotika och vapen', en: 'Drugs and weapons' },
    colour: { light: '#a06acf', dark: '#cc96f4' },
  },
  {
    value: 'disorder',
    title: { sv: 'Bråk och ordningsstörning', en: 'Disorder' },
    colour: { light: '#894d00', dark: '#fcc263' },
  },
  { value: 'traffic', title: { sv: 'Trafik', en: 'Traffic' }, colour: { light: '#54935f', dark: '#e4f9a7' } },
  {
    value: 'fire_rescue',
    title: { sv: 'Brand och räddning', en: 'Fire and rescue' },
    colour: { light: '#034f4d', dark: '#56bba9' },
  },
  { value: 'other', title: { sv: 'Övrigt', en: 'Other' }, colour: { light: '#6f666e', dark: '#c5d0da' } },
]

/** How well the position is known. Only an exact one may enter a density or a hotspot: the others are the middle of something. */
const precisions = {
  exact: { sv: 'Exakt', en: 'Exact' },
  street: { sv: 'Gata', en: 'Street' },
  locality: { sv: 'Ort', en: 'Locality' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  county: { sv: 'Län', en: 'County' },
}
const placed = ['exact']

const properties = z.strictObject({
  kind: text(120, {
    title: { sv: 'Händelse', en: 'Event' },
    help: { sv: 'Polisens egen benämning.', en: 'The police’s own word for it.' },
    section: sections.what,
    required: true,
  }),
  kind_group: choice(Object.fromEntries(groups.map(({ value, title }) => [value, title])), {
    title: { sv: 'Slag', en: 'Kind' },
    section: sections.what,
    readOnly: true,
  }),
  occurred_at: instant({
    title: { sv: 'Inträffade', en: 'Occurred' },
    section: sections.when,
  }),
  published_at: instant({
    title: { sv: 'Publicerad', en: 'Published' },
    section: sections.when,
  }),
  precision: choice(precisions, {
    title: { sv: 'Lägets noggrannhet', en: 'Precision of position' },
    help: {
      sv: 'Händelser som bara är kända till ort, kommun eller län räknas aldrig in i en täthetskarta.',
      en: 'Events known only to locality, municipality or county never enter a density map.',
    },
    section: sections.what,
    required: true,
  }),
  place_name: text(200, {
    title: { sv: 'Plats', en: 'Place' },
    section: sections.what,
  }),
  summary: longText(4000, {
    title: { sv: 'Sammanfattning', en: 'Summary' },
    section: sections.texts,
  }),
  url: text(500, {
    title: { sv: 'Länk', en: 'Link' },
    section: sections.source,
  }),
  source_id: text(120, {
    title: { sv: 'Källans nummer', en: 'Source’s number' },
    help: { sv: 'Samma nummer läses in bara en gång.', en: 'The same number is read in only once.' },
    section: sections.source,
  }),
  ...record,
})

/** A known place is a dot. An area's middle is a wide, hollow, washed-out ring with a sign for about, so that nobody takes it for an address. */
function style(paint: Paint): StyleLayer[] {
  const known: Expression = ['match', ['get', 'precision'], placed, true, false]
  const none = { by: 'precision', thought: [], agreed: [], over: [] }
  const about = ['match', ['get', 'precision'], 'street', 9, 'locality', 13, 'municipality', 18, 24]
  return [
    {
      id: `${paint.id}-about`,
      type: 'circle',
      filter: ['!', known],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 5, 12, about],
        'circle-color': paint.colour,
        'circle-opacity': 0.04,
        'circle-stroke-color': paint.colour,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.6,
      },
    },
    { ...pointMark(paint, none, true), filter: known },
    { ...pointIcon(paint, none, true), filter: known },
    {
      id: `${paint.id}-about-sign`,
      type: 'symbol',
      filter: ['!', known],
      minzoom: 10,
      layout: { 'text-field': '≈', 'text-size': 16 },
      paint: { 'text-color': paint.text, 'text-halo-color': paint.halo, 'text-halo-width': 1.5 },
    },
    { ...labelMark(paint, 'kind'), filter: known, minzoom: 17 },
  ]
}

export const policeEvents = defineLayer({
  id: 'police_events',
  title: { sv: 'Polisens händelser', en: 'Police events' },
  description: {
    sv: 'Händelser ur polisens flöde. Ett stort tomt märke står för en ungefärlig plats.',
    en: 'Events of the police feed. A large hollow mark stands for an approximate place.',
  },
  group: 'police',
  geometry: ['Point'],
  measure: false,
  properties,
  audiences: { police: Object.keys(properties.shape) },
  categories: { by: 'kind_group', values: groups },
  style,
  editable: [],
  table: ['kind', 'kind_group', 'occurred_at', 'precision', 'place_name', 'summary'],
  icon: icons.cap,
  minzoom: 6,
  maxzoom: 16,
})
