import { z } from 'zod'
import { defineLayer } from './definition.ts'
import { icons } from './icons.ts'
import { marks, type Stages } from './marks.ts'
import { internalText, record } from './measure-properties.ts'
import { choice, day, longText, object, text } from './property.ts'
import { type Rule, withRules } from './rules.ts'
import { sections } from './sections.ts'

/** What a remark is before it has an answer. The public meets it once it has one. */
const unanswered = 'noted'

const states = [
  {
    value: unanswered,
    mark: 'hollow' as const,
    title: { sv: 'Obesvarad', en: 'Unanswered' },
    colour: { light: '#8d0406', dark: '#d8757a' },
    audiences: ['planner', 'police'] as const,
  },
  {
    value: 'answered',
    mark: 'ring' as const,
    title: { sv: 'Ska åtgärdas', en: 'To be done' },
    colour: { light: '#946609', dark: '#eebf4b' },
  },
  { value: 'done', title: { sv: 'Åtgärdad', en: 'Done' }, colour: { light: '#0d735d', dark: '#6fe7cd' } },
  {
    value: 'not_done',
    mark: 'faint' as const,
    title: { sv: 'Åtgärdas inte', en: 'Not done' },
    colour: { light: '#798591', dark: '#a5afb9' },
  },
]

const kinds = {
  darkness: { sv: 'Mörkt', en: 'Darkness' },
  blocked_view: { sv: 'Skymd sikt', en: 'Blocked view' },
  deserted: { sv: 'Öde', en: 'Deserted' },
  people: { sv: 'Människor som skrämmer', en: 'Frightening people' },
  traffic: { sv: 'Trafik', en: 'Traffic' },
  decay: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage' },
  good: { sv: 'Bra, behåll', en: 'Good, keep it' },
  other: { sv: 'Annat', en: 'Other' },
}

const stages: Stages = { by: 'state', thought: [unanswered], agreed: ['answered'], over: ['not_done'] }

/** An answer says what; one that promises something also who and when. */
const answered: Rule = (row) => {
  if (row.state === undefined || row.state === unanswered) return null
  const missing =
    row.state === 'answered'
      ? (['answer', 'answer_responsible', 'answer_on'] as const).find((name) => !row[name])
      : !row.answer && ('answer' as const)
  if (!missing) return null
  const texts = {
    answer: {
      sv: 'Skriv vad som görs, eller varför det inte görs.',
      en: 'Write what is done, or why it is not.',
    },
    answer_responsible: { sv: 'Ange vem som gör det.', en: 'Say who does it.' },
    answer_on: { sv: 'Ange när det ska vara gjort.', en: 'Say when it is to be done.' },
  }
  return { field: missing, text: texts[missing] }
}

const properties = z
  .strictObject({
    kind: choice(kinds, {
      title: { sv: 'Vad', en: 'What' },
      help: {
        sv: 'Människor som skrämmer visas för allmänheten som Annat.',
        en: 'Frightening people are shown to the public as Other.',
      },
      section: sections.what,
      required: true,
    }),
    state: choice(Object.fromEntries(states.map(({ value, title }) => [value, title])), {
      title: { sv: 'Läge', en: 'State' },
      section: sections.what,
      initial: unanswered,
    }),
    walk_id: object('safety_walks', {
      title: { sv: 'Vandring', en: 'Walk' },
      section: sections.what,
      required: true,
    }),
    words: longText(1000, {
      title: { sv: 'Anmärkning', en: 'Remark' },
      help: {
        sv: 'Vad gruppen såg. Inga namn eller andra personuppgifter. Visas för allmänheten när den är besvarad.',
        en: 'What the group saw. No names or other personal data. Shown to the public once it is answered.',
      },
      section: sections.texts,
    }),
    answer: longText(1000, {
      title: { sv: 'Svar', en: 'Answer' },
      help: {
        sv: 'Vad som görs, eller varför det inte görs. Visas för allmänheten.',
        en: 'What is done, or why it is not. Shown to the public.',
      },
      section: sections.texts,
    }),
    answer_responsible: text(200, {
      title: { sv: 'Görs av', en: 'Done by' },
      help: {
        sv: 'Förvaltning, enhet eller roll, inte en person.',
        en: 'Department, unit or role, not a person.',
      },
      section: sections.who,
    }),
    answer_on: day({ title: { sv: 'Klart senast', en: 'To be done by' }, section: sections.when }),
    measure_id: object('measures', {
      title: { sv: 'Åtgärd', en: 'Measure' },
      help: {
        sv: 'Den åtgärd på kartan som svarar mot anmärkningen.',
        en: 'The measure on the map that answers the remark.',
      },
      section: sections.result,
    }),
    internal_text: internalText,
    ...record,
  })
  .superRefine(withRules(answered))

const open = ['kind', 'state', 'walk_id', 'words', 'answer', 'answer_responsible', 'answer_on', 'demo']
const all = Object.keys(properties.shape)

export const walkRemarks = defineLayer({
  id: 'walk_remarks',
  title: { sv: 'Anmärkningar vid vandring', en: 'Remarks of walks' },
  description: {
    sv: 'Vad som sågs på trygghetsvandringar, var det sågs och vad som görs åt det.',
    en: 'What was seen on safety walks, where it was seen and what is done about it.',
  },
  group: 'picture',
  geometry: ['Point'],
  measure: false,
  properties,
  audiences: { public: open, reporter: open, planner: all, police: all, admin: open },
  categories: { by: 'state', values: states },
  style: (paint) => marks(paint, { stages, label: null, dense: true }),
  editable: ['planner'],
  table: ['kind', 'state', 'words', 'answer', 'answer_responsible', 'answer_on'],
  icon: icons.remark,
  minzoom: 11,
  maxzoom: 16,
  dialogue: 'remark',
})
