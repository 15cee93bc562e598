import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { icons } from './icons.ts'
import { marks } from './marks.ts'
import { internalText, publicText, record, title } from './measure-properties.ts'
import { choice, day, integer, text } from './property.ts'
import { sections } from './sections.ts'

const kinds = [
  {
    value: 'houses',
    title: { sv: 'Villor och radhus', en: 'Houses' },
    colour: { light: '#975421', dark: '#e6a36d' },
  },
  {
    value: 'flats',
    title: { sv: 'Flerfamiljshus', en: 'Flats' },
    colour: { light: '#564c9f', dark: '#a69fe4' },
  },
  { value: 'mixed', title: { sv: 'Blandat', en: 'Mixed' }, colour: { light: '#1b7d6f', dark: '#68d0c2' } },
  {
    value: 'other',
    title: { sv: 'Fritidshus, kolonier eller båtklubb', en: 'Cottages, allotments or marina' },
    colour: { light: '#34460a', dark: '#cbe092' },
  },
]

const properties = z.strictObject({
  title: title('Egna Hem, norra delen', 'Egna Hem, northern part'),
  kind: choice(Object.fromEntries(kinds.map(({ value, title }) => [value, title])), {
    title: { sv: 'Bebyggelse', en: 'Housing' },
    section: sections.what,
    initial: 'houses',
  }),
  households: integer(1, 100_000, {
    title: { sv: 'Anslutna hushåll', en: 'Households' },
    section: sections.what,
  }),
  registered_on: day({ title: { sv: 'Registrerad', en: 'Registered' }, section: sections.when }),
  last_meeting: day({
    title: { sv: 'Senaste möte', en: 'Last meeting' },
    help: {
      sv: 'Mer än ett år sedan? Då är det dags för ett nytt.',
      en: 'More than a year ago? Then it is time for a new one.',
    },
    section: sections.when,
  }),
  contact: text(200, {
    title: { sv: 'Kontakt', en: 'Contact' },
    help: {
      sv: 'Områdets funktionsadress, inte kontaktombudets namn.',
      en: 'Shared address of the area, not the name of its contact.',
    },
    section: sections.who,
  }),
  public_text: publicText,
  internal_text: internalText,
  ...record,
})

const open = ['title', 'kind', 'last_meeting', 'public_text', 'demo']
const seenByReporter = ['title', 'kind', 'last_meeting', 'contact', 'public_text', 'demo']
const all = Object.keys(properties.shape)

export const neighbourhoodWatchAreas = defineLayer({
  id: 'neighbourhood_watch_areas',
  title: { sv: 'Grannsamverkan', en: 'Neighbourhood watch' },
  description: {
    sv: 'Områden registrerade för grannsamverkan mot brott.',
    en: 'Areas registered for neighbourhood watch.',
  },
  group: 'presence',
  geometry: ['Polygon', 'MultiPolygon'],
  measure: false,
  chained: true,
  properties,
  audiences: { public: open, reporter: seenByReporter, planner: all, police: all, admin: open },
  categories: { by: 'kind', values: kinds },
  style: (paint) => marks(paint, { fill: 0.1 }),
  editable: ['planner'],
  table: ['title', 'kind', 'households', 'last_meeting', 'contact'],
  icon: icons.houses,
  minzoom: 8,
  maxzoom: 14,
})
