import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { weekHours } from './hours-properties.ts'
import { icons } from './icons.ts'
import { marks } from './marks.ts'
import { internalText, publicText, record, title } from './measure-properties.ts'
import { choice, day, hour, integer, text, weekdays } from './property.ts'
import { bothOrNeither, hoursTogether, inOrder, withinYears, withRules } from './rules.ts'
import { sections } from './sections.ts'

/** An area's permit lasts at most so long (act on public-order guards, in force 2024-01-01). */
export const longestPermitYears = 3

const kinds = [
  {
    value: 'area_permit',
    title: { sv: 'Områdestillstånd', en: 'Area permit' },
    colour: { light: '#215b94', dark: '#81bbef' },
  },
  { value: 'event', title: { sv: 'Evenemang', en: 'Event' }, colour: { light: '#953b00', dark: '#eea160' } },
  {
    value: 'facility',
    title: { sv: 'Anläggning', en: 'Facility' },
    colour: { light: '#718235', dark: '#d0e275' },
  },
]

const properties = z
  .strictObject({
    title: title('Kristianstads centrum', 'Kristianstad town centre'),
    kind: choice(Object.fromEntries(kinds.map(({ value, title }) => [value, title])), {
      title: { sv: 'Slag av förordnande', en: 'Kind of appointment' },
      section: sections.what,
      initial: 'area_permit',
    }),
    permit_number: text(60, {
      title: { sv: 'Diarienummer', en: 'Permit number' },
      help: { sv: 'Polismyndighetens beslut.', en: 'Decision of the Police Authority.' },
      section: sections.what,
    }),
    valid_from: day({
      title: { sv: 'Gäller från', en: 'Valid from' },
      section: sections.when,
      required: true,
    }),
    valid_to: day({
      title: { sv: 'Gäller till', en: 'Valid until' },
      help: {
        sv: `Högst ${longestPermitYears} år efter start.`,
        en: `At most ${longestPermitYears} years after the start.`,
      },
      section: sections.when,
      required: true,
    }),
    permit_weekdays: weekdays({
      title: { sv: 'Tillståndets veckodagar', en: 'Weekdays of the permit' },
      help: { sv: 'Inga betyder alla dagar.', en: 'None means every day.' },
      section: sections.when,
    }),
    permit_from: hour({
      title: { sv: 'Tillståndet gäller från klockan', en: 'Permit from' },
      help: {
        sv: 'Lämna tomt om beslutet inte anger några tider.',
        en: 'Leave it empty where the decision names no hours.',
      },
      section: sections.when,
    }),
    permit_to: hour({
      title: { sv: 'Tillståndet gäller till klockan', en: 'Permit until' },
      section: sections.when,
    }),
    ...weekHours,
    guards: integer(1, 500, {
      title: { sv: 'Ordningsvakter per pass', en: 'Guards per shift' },
      section: sections.what,
    }),
    responsible: text(200, {
      title: { sv: 'Uppdragsgivare', en: 'Commissioned by' },
      section: sections.who,
    }),
    contact: text(200, {
      title: { sv: 'Kontakt', en: 'Contact' },
      help: {
        sv: 'Ledningscentral eller jourtelefon, inte en person.',
        en: 'Control room or duty telephone, not a person.',
      },
      section: sections.who,
    }),
    public_text: publicText,
    internal_text: internalText,
    ...record,
  })
  .superRefine(
    withRules(
      hoursTogether,
      bothOrNeither('permit_from', 'permit_to'),
      inOrder('valid_from', 'valid_to'),
      withinYears('valid_from', 'valid_to', longestPermitYears),
    ),
  )

const open = [
  'title',
  'kind',
  'valid_from',
  'valid_to',
  'weekdays',
  'hours_from',
  'hours_to',
  'responsible',
  'public_text',
  'demo',
]
const seenByReporter = [
  'title',
  'kind',
  'permit_number',
  'valid_from',
  'valid_to',
  'permit_weekdays',
  'permit_from',
  'permit_to',
  'weekdays',
  'hours_from',
  'hours_to',
  'responsible',
  'contact',
  'public_text',
  'demo',
]
const all = Object.keys(properties.shape)

export const guardZones = defineLayer({
  id: 'guard_zones',
  title: { sv: 'Ordningsvakter', en: 'Public-order guards' },
  description: {
    sv: 'Områden där ordningsvakter tjänstgör, med tillståndets giltighet och tider.',
    en: 'Areas where public-order guards serve, with the permit’s validity and hours.',
  },
  group: 'presence',
  geometry: ['Polygon'],
  measure: false,
  properties,
  audiences: { public: open, reporter: seenByReporter, planner: all, police: all, admin: open },
  categories: { by: 'kind', values: kinds },
  style: (paint) => marks(paint, { fill: 0.1 }),
  editable: ['planner'],
  table: ['title', 'kind', 'permit_number', 'valid_from', 'valid_to', 'weekdays', 'hours_from', 'hours_to'],
  icon: icons.shield,
  minzoom: 8,
  maxzoom: 14,
  permit: {
    number: 'permit_number',
    weekdays: 'permit_weekdays',
    from: 'permit_from',
    to: 'permit_to',
  },
  siting: {
    kind: 'presence',
    columns: { weekdays: 'weekdays', from: 'hours_from', to: 'hours_to' },
  },
})
