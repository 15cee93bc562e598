import type { FieldDescription, LayerDescription } from '@trygghetskartan/api/contract'
import type { Agreement, CommitmentResult, CommitmentStatus } from '@trygghetskartan/api/contract-commitments'
import { groundWords, ownerWords, promises, statusWords } from '../../messages/promises.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { described } from '../../problems/described.ts'

const choices = (titles: Readonly<Record<string, FieldDescription['title']>>) =>
  Object.entries(titles).map(([value, title]) => ({ value, title }))

/** What is promised, of which year, by whom. */
export const textFields = (agreements: readonly Agreement[]): FieldDescription[] => [
  described('title', 'text', words.name, { required: true, maxLength: 120 }),
  described('text', 'longtext', words.text, { required: true, maxLength: 4000, help: words.textHelp }),
  described('why', 'longtext', words.why, { maxLength: 4000 }),
  described('owner', 'choice', words.owner, {
    required: true,
    options: choices(ownerWords),
    help: words.ownerHelp,
  }),
  described('agreement', 'choice', words.agreement, {
    required: true,
    options: agreements.map(({ id, title }) => ({ value: id, title: { sv: title, en: title } })),
  }),
  described('year', 'integer', words.year, { required: true, minimum: 1990, maximum: 2100 }),
  described('number', 'integer', words.number, { required: true, minimum: 1, maximum: 99 }),
]

export const indicatorFields: FieldDescription[] = [
  described('indicator', 'text', words.indicator, { maxLength: 200 }),
  described('unit', 'text', words.unit, { maxLength: 40 }),
  described('direction', 'choice', words.direction, {
    required: true,
    options: [
      { value: 'up', title: words.up },
      { value: 'down', title: words.down },
    ],
  }),
  described('baseValue', 'number', promises.base),
  described('baseOn', 'date', words.baseOn),
  described('targetValue', 'number', promises.target),
  described('targetOn', 'date', words.targetOn),
]

export const activityFields: FieldDescription[] = [
  described('title', 'text', words.activity, { required: true, maxLength: 300 }),
  described('who', 'text', words.who, { maxLength: 200, help: words.whoHelp }),
  described('dueOn', 'date', words.due),
  described('doneOn', 'date', words.doneOn),
  described('place', 'text', words.place, { maxLength: 200 }),
]

export const readingFields: FieldDescription[] = [
  described('on', 'date', promises.day, { required: true }),
  described('value', 'number', promises.value, { required: true }),
  described('note', 'text', promises.note, { maxLength: 300 }),
]

type Known = Pick<LayerDescription, 'id' | 'title' | 'dialogue'>

/** Layers of dialogues and surveys: a ground may be about one of their objects. */
export const dialogueLayers = (layers: readonly Known[]): Known[] =>
  layers.filter(({ dialogue }) => dialogue === 'survey' || dialogue === 'walk')

export const groundFields = (layers: readonly Known[]): FieldDescription[] => [
  described('kind', 'choice', words.groundKind, { required: true, options: choices(groundWords) }),
  described('title', 'text', words.groundTitle, { required: true, maxLength: 200 }),
  described('text', 'longtext', words.groundText, { maxLength: 2000 }),
  described('source', 'text', words.source, { maxLength: 300 }),
  ...dialogueLayers(layers).map(({ id, title }) => described(id, 'object', title, { of: id })),
]

export const statusFields: FieldDescription[] = [
  described('status', 'choice', words.status, { required: true, options: choices(statusWords) }),
  described('text', 'longtext', words.statusText, {
    required: true,
    maxLength: 1000,
    help: words.statusHelp,
  }),
  described('on', 'date', words.on, { required: true }),
]

const results: readonly (CommitmentResult & CommitmentStatus)[] = ['kept', 'partly_kept', 'not_kept']
export const evaluationFields: FieldDescription[] = [
  described('result', 'choice', words.result, {
    required: true,
    options: results.map((value) => ({ value, title: statusWords[value] })),
  }),
  described('text', 'longtext', words.evaluationText, {
    required: true,
    maxLength: 8000,
    help: words.evaluationHelp,
  }),
]

export const signatureFields: FieldDescription[] = [
  described('role', 'text', words.role, { required: true, maxLength: 120, help: words.roleHelp }),
]

export const agreementFields: FieldDescription[] = [
  described('title', 'text', words.agreementTitle, { required: true, maxLength: 160 }),
  described('parties', 'longtext', words.parties, {
    required: true,
    maxLength: 1000,
    help: words.partiesHelp,
  }),
  described('from', 'date', words.from, { required: true }),
  described('to', 'date', words.to, { required: true }),
  described('reference', 'text', words.reference, { maxLength: 300 }),
]
