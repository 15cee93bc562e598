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

export const fields = {
  weekdays: field('weekdays', words.weekdays, 'weekdays'),
  from: field('from', words.from, 'time'),
  to: field('to', words.to, 'time'),
  total: field('total', words.total, 'number', hectares),
  zones: field('zones', words.zonesMost, 'integer', { minimum: 1, maximum: 50 }),
  least: field('least', words.least, 'number', hectares),
  most: field('most', words.most, 'number', hectares),
}

/** Three zones of a few blocks on weekend nights. */
export const usualForm: FormInput = {
  ...{ weekdays: ['5', '6'], from: '22:00', to: '03:00' },
  ...{ total: '12', zones: '3', least: '2', most: '6' },
}

export interface Asked {
  readonly hours: Hours
  readonly budget: AskedBudget
}

/** What the form asks; or what is wrong with it. */
export function askedOf(form: FormInput): Asked | { readonly problem: 'budget' | 'hours' } {
  const read = (name: keyof typeof fields) => readField(fields[name], form[name] ?? '').value
  const [from, to] = [read('from'), read('to')]
  if ((typeof from === 'string') !== (typeof to === 'string')) return { problem: 'hours' }
  const [total, zones, least, most] = (['total', 'zones', 'least', 'most'] as const).map(read)
  if (![total, zones, least, most].every((value) => typeof value === 'number' && value > 0))
    return { problem: 'budget' }
  const km2 = (value: unknown) => Number(value) / 100
  const weekdays = read('weekdays')
  return {
    hours: {
      weekdays: Array.isArray(weekdays) ? weekdays.map(Number) : [],
      from: typeof from === 'string' ? from : null,
      to: typeof to === 'string' ? to : null,
    },
    budget: { total: km2(total), zones: Number(zones), least: km2(least), most: km2(most) },
  }
}
