import type { FieldDescription } from '@trygghetskartan/api/contract'
import { patrol as words } from '../messages/patrol.ts'
import { type FormInput, readField } from '../plan/form-values.ts'
import type { AskedBudget, Hours } from './patrol-protocol.ts'

const section = { sv: '', en: '' }
const field = (
  name: string,
  title: FieldDescription['title'],
  control: FieldDescription['control'],
  more: Partial<FieldDescription> = {},
): FieldDescription => ({ name, title, control, required: false, readOnly: false, section, ...more })
const hectares = { minimum: 0.5, maximum: 10_000, unit: 'ha' }
const metres = { minimum: 50, maximum: 100_000, unit: 'm' }

/** What a budget is of. */
export type Measure = 'ground' | 'street'

const sizes = (bounds: typeof hectares, total: FieldDescription['title']) => ({
  total: field('total', total, 'number', bounds),
  least: field('least', words.least, 'number', bounds),
  most: field('most', words.most, 'number', bounds),
})

export const fields = {
  weekdays: field('weekdays', words.weekdays, 'weekdays'),
  from: field('from', words.from, 'time'),
  to: field('to', words.to, 'time'),
  zones: field('zones', words.zonesMost, 'integer', { minimum: 1, maximum: 50 }),
}
export const sizeFields = { ground: sizes(hectares, words.total), street: sizes(metres, words.totalStreet) }
export type FieldName = keyof typeof fields | keyof (typeof sizeFields)['ground']

/** Three zones of a few blocks on weekend nights; as much street as there is in them. */
export const usualForm: FormInput = { weekdays: ['5', '6'], from: '22:00', to: '03:00', zones: '3' }
export const usualSizes: Readonly<Record<Measure, FormInput>> = {
  ground: { total: '12', least: '2', most: '6' },
  street: { total: '1500', least: '200', most: '700' },
}

export interface Asked {
  readonly hours: Hours
  readonly budget: AskedBudget
}

/** What the form asks; or what is wrong with it. */
export function askedOf(form: FormInput, measure: Measure): Asked | { readonly problem: 'budget' | 'hours' } {
  const all = { ...fields, ...sizeFields[measure] }
  const read = (name: FieldName) => readField(all[name], form[name] ?? '').value
  const [from, to] = [read('from'), read('to')]
  if ((typeof from === 'string') !== (typeof to === 'string')) return { problem: 'hours' }
  const [total, zones, least, most] = (['total', 'zones', 'least', 'most'] as const).map(read)
  if (![total, zones, least, most].every((value) => typeof value === 'number' && value > 0))
    return { problem: 'budget' }
  // Ground is typed in hectares and reckoned in km².
  const size = (value: unknown) => (measure === 'ground' ? Number(value) / 100 : Number(value))
  const weekdays = read('weekdays')
  return {
    hours: {
      weekdays: Array.isArray(weekdays) ? weekdays.map(Number) : [],
      from: typeof from === 'string' ? from : null,
      to: typeof to === 'string' ? to : null,
    },
    budget: { total: size(total), zones: Number(zones), least: size(least), most: size(most) },
  }
}
