import type { Difference } from '@trygghetskartan/geo'
import type { Text } from '@trygghetskartan/layers'

/** A saved result and what it comes out as when it is made again. */
export interface Made {
  readonly saved: unknown
  readonly same: boolean
  readonly differences: readonly Difference[]
  /** null where it cannot be made. */
  readonly result: unknown
  readonly remarks: readonly Text[]
  /** Figures that do not differ are shown as they were saved. */
  readonly kept: boolean
}

export interface Figure {
  /** Where it stands: "sites[2].added". */
  readonly path: string
  readonly saved: string
  readonly again: string
  readonly same: boolean
}

/** A longer list of numbers (a raster) is one line. */
const longest = 168

/** Every figure of a saved result beside what it comes out as now, and what comes out now alone. */
export function figuresOf(made: Made): Figure[] {
  const different = new Map(made.differences.map((one) => [one.path, one]))
  const figures = [...leaves(made.saved, '')].map(([path, saved]): Figure => {
    const difference = different.get(path)
    different.delete(path)
    const list = Array.isArray(saved)
    const inside = list ? [...different.keys()].filter((other) => other.startsWith(`${path}[`)) : []
    for (const one of inside) different.delete(one)
    const again = difference ? difference.again : made.kept ? saved : valueAt(made.result, path)
    const same = !difference && inside.length === 0 && made.result !== null
    return { path, saved: shown(saved), again: shown(again), same }
  })
  const more = [...different.values()].map(({ path, saved, again }) => ({
    path,
    saved: shown(saved),
    again: shown(again),
    same: false,
  }))
  return [...figures, ...more]
}

function* leaves(value: unknown, path: string): Generator<[string, unknown]> {
  if (
    Array.isArray(value) &&
    !(value.length > longest && value.every((one) => one === null || typeof one === 'number'))
  )
    for (const [at, one] of value.entries()) yield* leaves(one, `${path}[${at}]`)
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, one] of Object.entries(value)) yield* leaves(one, path === '' ? key : `${path}.${key}`)
  else yield [path, value]
}

function valueAt(value: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? []
  return steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    value,
  )
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.length}]`
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}
