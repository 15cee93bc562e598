import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { icons } from './icons.ts'
import { marks, type Stages } from './marks.ts'
import { internalText, publicText, record, title } from './measure-properties.ts'
import { choice, day, integer, longText, object, text } from './property.ts'
import { inOrder, withRules } from './rules.ts'
import { sections } from './sections.ts'

/** A walk of more people than this is not a conversation any more. */
export const mostParticipants = 20

const states = [
  {
    value: 'planned',
    mark: 'hollow' as const,
    title: { sv: 'Planerad', en: 'Planned' },
    colour: { light: '#775aa6', dark: '#a793cc' },
  },
  {
    value: 'walked',
    mark: 'ring' as const,
    title: { sv: 'Genomförd', en: 'Walked' },
    colour: { light: '#946609', dark: '#eebf4b' },
  },
  {
    value: 'reported_back',
    title: { sv: 'Återkopplad', en: 'Reported back' },
    colour: { light: '#2e85c0', dark: '#63b8ee' },
  },
  {
    value: 'rewalked',
    title: { sv: 'Återvandrad', en: 'Walked again' },
    colour: { light: '#0d735d', dark: '#6fe7cd' },
  },
]

const stages: Stages = { by: 'state', thought: ['planned'], agreed: ['walked'], over: [] }

const properties = z
  .strictObject({
    title: title('Näsby centrum till stationen', 'Näsby centre to the station'),
    state: choice(Object.fromEntries(states.map(({ value, title }) => [value, title])), {
      title: { sv: 'Läge', en: 'State' },
      section: sections.what,
      initial: 'planned',
    }),
    organiser: text(200, {
      title: { sv: 'Arrangör', en: 'Organiser' },
      section: sections.who,
    }),
    participants: integer(1, mostParticipants, {
      title: { sv: 'Deltagare', en: 'Participants' },
      help: { sv: `Högst ${mostParticipants}.`, en: `At most ${mostParticipants}.` },
      section: sections.who,
    }),
    first_meeting_on: day({ title: { sv: 'Förmöte', en: 'Meeting before' }, section: sections.when }),
    walked_on: day({ title: { sv: 'Vandring', en: 'Walk' }, section: sections.when }),
    feedback_on: day({
      title: { sv: 'Återkopplingsmöte', en: 'Feedback meeting' },
      section: sections.when,
    }),
    rewalk_on: day({
      title: { sv: 'Återvandring', en: 'Second walk' },
      help: { sv: 'Efter några månader: vad blev gjort?', en: 'After some months: what was done?' },
      section: sections.when,
    }),
    earlier_walk: object('safety_walks', {
      title: { sv: 'Återvandring av', en: 'Second walk of' },
      help: { sv: 'Den vandring som den här följer upp.', en: 'The walk that this one follows up.' },
      section: sections.what,
    }),
    remarks: longText(8000, {
      title: { sv: 'Iakttagelser', en: 'Remarks' },
      help: {
        sv: 'Vad gruppen såg och var, utan personuppgifter.',
        en: 'What the group saw and where, without personal data.',
      },
      section: sections.texts,
    }),
    public_text: publicText,
    internal_text: internalText,
    ...record,
  })
  .superRefine(
    withRules(
      inOrder('first_meeting_on', 'walked_on'),
      inOrder('walked_on', 'feedback_on'),
      inOrder('walked_on', 'rewalk_on'),
    ),
  )

const open = [
  ...[
    'title',
    'state',
    'organiser',
    'walked_on',
    'feedback_on',
    'rewalk_on',
    'earlier_walk',
    'public_text',
    'demo',
  ],
]
const all = Object.keys(properties.shape)

export const safetyWalks = defineLayer({
  id: 'safety_walks',
  title: { sv: 'Trygghetsvandringar', en: 'Safety walks' },
  description: {
    sv: 'Vandringar där boende, kommun och polis tillsammans ser vad som gör ett stråk tryggt eller otryggt.',
    en: 'Walks on which residents, municipality and police see together what makes a stretch safe or unsafe.',
  },
  group: 'picture',
  geometry: ['LineString'],
  measure: false,
  chained: true,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: { by: 'state', values: states },
  style: (paint) => marks(paint, { stages }),
  editable: ['planner'],
  table: ['title', 'state', 'organiser', 'walked_on', 'participants', 'feedback_on', 'rewalk_on'],
  icon: icons.pedestrian,
  minzoom: 8,
  maxzoom: 15,
  dialogue: 'walk',
})
