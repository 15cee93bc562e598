import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'

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
  const carried = current.layers.filter(({ id }) => foreign('layer', id))
  const label = next.layers.findIndex(({ id }) => id === firstLabel(next.layers))
  const split = label < 0 ? next.layers.length : label
  return {
    ...next,
    sources: {
      ...next.sources,
      ...Object.fromEntries(Object.entries(current.sources).filter(([id]) => foreign('source', id))),
    },
    layers: [
      ...next.layers.slice(0, split),
      ...carried.filter(isUnderLabels),
      ...next.layers.slice(split),
      ...carried.filter((layer) => !isUnderLabels(layer)),
    ],
  }
}

/** Said in a layer's metadata: it lies on the ground, below every name. */
export const underLabels = { under: 'labels' } as const

export const isUnderLabels = ({ metadata }: LayerSpecification): boolean =>
  (metadata as { under?: unknown } | undefined)?.under === underLabels.under

/** Id of the lowest layer that writes names; what lies on the ground is put before it. */
export const firstLabel = (layers: readonly LayerSpecification[]): string | undefined =>
  layers.find(({ type, layout }) => type === 'symbol' && layout !== undefined && 'text-field' in layout)?.id

/** What a style holds, as "source x" and "layer y". */
export const namesOf = (style: StyleSpecification): Set<string> =>
  new Set([
    ...Object.keys(style.sources).map((id) => `source ${id}`),
    ...style.layers.map(({ id }) => `layer ${id}`),
  ])
