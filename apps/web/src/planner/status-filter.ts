import type { MapLayer } from '../map/map-style.ts'

type Without = Readonly<Record<string, readonly string[]>>
type Measured = Pick<MapLayer, 'id' | 'legend'>

/** The view's hidden categories when only one status is to be seen in all the given layers; null for every status. */
export function onlyStatus(without: Without, layers: readonly Measured[], status: string | null): Without {
  const own = layers.map((layer): [string, string[]] => [
    layer.id,
    status === null ? [] : layer.legend.map(({ value }) => value).filter((value) => value !== status),
  ])
  return { ...without, ...Object.fromEntries(own) }
}

/** The one status that is seen in all the given layers, or null where it is not just one. */
export function statusInView(without: Without, layers: readonly Measured[]): string | null {
  const seen = layers.map((layer) =>
    layer.legend.map(({ value }) => value).filter((value) => !without[layer.id]?.includes(value)),
  )
  const [only, ...others] = new Set(seen.flat())
  return only !== undefined && others.length === 0 ? only : null
}
