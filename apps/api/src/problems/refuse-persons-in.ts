import { refusePersons } from '../no-persons.ts'

/** What people write freely of problems and operations. */
const free = new Set([
  ...[
    'title',
    'description',
    'place',
    'affected',
    'causes',
    'goal',
    'indicator',
    'unit',
    'responsible',
    'outcome',
    'by',
  ],
  ...['note', 'expectedEffect', 'text', 'source', 'figures', 'authorities', 'owner', 'purpose'],
])

/** 422 where a text of what is given, or one of a list of texts, may point out a person. */
export function refusePersonsIn(given: object): void {
  refusePersons(
    Object.fromEntries(
      Object.entries(given)
        .filter(([field]) => free.has(field))
        .map(([field, value]) => [field, textOf(value)]),
    ),
  )
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value === 'object' && value !== null) return textOf(Object.values(value))
  return typeof value === 'string' ? value : ''
}
