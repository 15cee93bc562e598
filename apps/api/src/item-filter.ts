import { parseBBox } from '@trygghetskartan/geo'
import {
  type Audience,
  describeLayer,
  type FieldDescription,
  type LayerDefinition,
} from '@trygghetskartan/layers'
import { ProblemError } from './errors.ts'
import type { ItemFilter } from './queries/items.ts'

const defaultLimit = 200
const maximumLimit = 1000

const bad = (field: string, sv: string, en: string) =>
  new ProblemError('bad-request', { sv, en }, { errors: [{ field, message: { sv, en } }] })

const wholeNumber = (name: string, text: string | undefined, fallback: number, maximum: number): number => {
  if (text === undefined) return fallback
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > maximum)
    throw bad(
      name,
      `${name} ska vara ett heltal, högst ${maximum}.`,
      `${name} must be a whole number, at most ${maximum}.`,
    )
  return value
}

const clock = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/

/** A day of the calendar, from year 1 on as PostgreSQL has it, and perhaps a time of it; or nothing. */
function isDay(text: string): boolean {
  if (text === '') return true
  const day = text.slice(0, 10)
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= '0001' ? Date.parse(`${day}T00:00Z`) : Number.NaN
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
  return exists && (text.length === 10 || clock.test(text.slice(10)))
}

const isRange = (control: FieldDescription['control']): boolean =>
  control === 'date' || control === 'datetime'
const isChoice = (control: FieldDescription['control']): boolean =>
  control === 'choice' || control === 'choices' || control === 'plan' || control === 'object'

/** Reads the query of an item list: only the caller's own columns can be filtered or sorted by; anything unknown is refused. */
export function readItemFilter(
  layer: LayerDefinition,
  audience: Audience,
  query: Record<string, string>,
): ItemFilter {
  const { fields } = describeLayer(layer, audience)
  const { bbox, q, sort, order, limit, cursor, ...columns } = query
  const filter: ItemFilter = {
    choices: {},
    ranges: {},
    sort: null,
    descending: order === 'desc',
    limit: Math.max(1, wholeNumber('limit', limit, defaultLimit, maximumLimit)),
    offset: wholeNumber('cursor', cursor, 0, 10_000_000),
  }
  if (order !== undefined && order !== 'asc' && order !== 'desc')
    throw bad('order', 'order är asc eller desc.', 'order is asc or desc.')
  if (sort !== undefined) {
    if (!fields.some((field) => field.name === sort))
      throw bad('sort', `Det går inte att sortera på ${sort}.`, `Cannot sort by ${sort}.`)
    filter.sort = sort
  }
  if (q?.trim()) filter.words = q.trim().slice(0, 200)
  if (bbox !== undefined) {
    const box = parseBBox(bbox)
    if (!box)
      throw bad(
        'bbox',
        'bbox ska vara väst,syd,öst,nord i grader.',
        'bbox must be west,south,east,north in degrees.',
      )
    filter.bbox = box
  }
  for (const [name, text] of Object.entries(columns)) {
    const field = fields.find((one) => one.name === name)
    if (field && isChoice(field.control)) filter.choices[name] = text.split(',').filter(Boolean)
    else if (field && isRange(field.control)) {
      const [from = '', to = '', ...rest] = text.split('..')
      if (rest.length > 0 || !isDay(from) || !isDay(to))
        throw bad(
          name,
          `${name} ska vara från..till, till exempel 2026-01-01..2026-02-01.`,
          `${name} must be from..to, for example 2026-01-01..2026-02-01.`,
        )
      filter.ranges[name] = { ...(from && { from }), ...(to && { to }) }
    } else throw bad(name, `Det går inte att filtrera på ${name}.`, `Cannot filter by ${name}.`)
  }
  return filter
}
