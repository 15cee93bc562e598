import type { Item, ItemsAnswer, LayersAnswer } from '@trygghetskartan/api/contract'
import { boundsOf } from '../map/geometry-bounds.ts'

type Layer = LayersAnswer['layers'][number]
const controls = ['bbox', 'q', 'sort', 'order', 'limit', 'cursor']

/** A page of a layer's objects by the parameters of GET /api/layers/{layer}/items: as the server chooses and orders them, but the box against boxes. */
export function selectItems(layer: Layer, all: readonly Item[], search: URLSearchParams): ItemsAnswer {
  const tests = [...search]
    .filter(([name]) => !controls.includes(name))
    .map(([name, text]) => columnTest(layer, name, text))
  const box = search.get('bbox')?.split(',').map(Number)
  if (box) tests.push((item) => touches(boundsOf(item.geometry), box))
  const words = search.get('q')?.trim().toLocaleLowerCase('sv')
  if (words) tests.push((item) => holds(item, words))
  const matched = all.filter((item) => tests.every((test) => test(item)))
  const sort = search.get('sort')
  const ordered = sort ? matched.toSorted(by(sort, search.get('order') === 'desc')) : matched
  const offset = Number(search.get('cursor') ?? 0)
  const features = ordered.slice(offset, offset + Number(search.get('limit') ?? 200))
  const end = offset + features.length
  return {
    type: 'FeatureCollection',
    features,
    numberMatched: matched.length,
    next: end < matched.length && features.length > 0 ? String(end) : null,
  }
}

function columnTest(layer: Layer, name: string, text: string): (item: Item) => boolean {
  const control = layer.fields.find((field) => field.name === name)?.control
  if (control === 'date' || control === 'datetime') {
    const [from = '', to = ''] = text.split('..')
    return ({ properties }) => {
      const value = properties[name]
      return typeof value === 'string' && (!from || value >= from) && (!to || value < to)
    }
  }
  const wanted = text.split(',')
  return ({ properties }) => [properties[name]].flat().some((value) => wanted.includes(String(value)))
}

const touches = (a: readonly number[], b: readonly number[]): boolean =>
  a[0]! <= b[2]! && a[2]! >= b[0]! && a[1]! <= b[3]! && a[3]! >= b[1]!

const holds = ({ properties }: Item, words: string): boolean =>
  Object.values(properties).some(
    (value) => value !== null && String(value).toLocaleLowerCase('sv').includes(words),
  )

/** What has no value comes last whichever way; equals keep their order. */
function by(column: string, descending: boolean): (a: Item, b: Item) => number {
  return ({ properties: a }, { properties: b }) => {
    const [x, y] = [a[column] ?? null, b[column] ?? null]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'sv')
    return descending ? -order : order
  }
}
