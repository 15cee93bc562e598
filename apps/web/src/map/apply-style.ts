import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'

const ownedBy = new WeakMap<MapLibreMap, Set<string>>()

/**
 * Hands the map its next style; MapLibre applies the difference.
 * What others have added on top (a drawing in progress) is carried over.
 */
export function applyStyle(map: MapLibreMap, style: StyleSpecification): void {
  const before = ownedBy.get(map) ?? new Set()
  const owned = namesOf(style)
  ownedBy.set(map, owned)
  map.setStyle(style, {
    diff: true,
    validate: false,
    transformStyle: (current, next) => (current ? withForeign(current, next, before) : next),
  })
}

/** `next` and what stands in `current` that was never ours. */
export function withForeign(
  current: StyleSpecification,
  next: StyleSpecification,
  ours: ReadonlySet<string>,
): StyleSpecification {
  const mine = namesOf(next)
  const foreign = (kind: 'source' | 'layer', id: string) =>
    !ours.has(`${kind} ${id}`) && !mine.has(`${kind} ${id}`)
  return {
    ...next,
    sources: {
      ...next.sources,
      ...Object.fromEntries(Object.entries(current.sources).filter(([id]) => foreign('source', id))),
    },
    layers: [...next.layers, ...current.layers.filter(({ id }) => foreign('layer', id))],
  }
}

/** What a style holds, as "source x" and "layer y". */
export const namesOf = (style: StyleSpecification): Set<string> =>
  new Set([
    ...Object.keys(style.sources).map((id) => `source ${id}`),
    ...style.layers.map(({ id }) => `layer ${id}`),
  ])
