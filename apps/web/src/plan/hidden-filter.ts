import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'

/** A filter that leaves out objects by id, around the layer's own. The inverse of `shownFilter`. */
export function hiddenFilter(
  own: FilterSpecification | undefined,
  ids: readonly string[],
): FilterSpecification {
  const hidden: ExpressionSpecification = ['!', ['in', ['get', 'id'], ['literal', [...ids]]]]
  return ['all', hidden, (own ?? true) as ExpressionSpecification] as FilterSpecification
}

/** The layer's own filter, whether or not objects are left out. */
export function shownFilter(filter: FilterSpecification | undefined): FilterSpecification | undefined {
  if (!isHiding(filter)) return filter
  const own: unknown = filter[2]
  return own === true ? undefined : (own as FilterSpecification)
}

/** Ids that a filter leaves out. */
export const hidesIn = (filter: FilterSpecification | undefined): readonly string[] =>
  isHiding(filter) ? filter[1][1][2][1] : []

type Hiding = ['all', ['!', ['in', ['get', 'id'], ['literal', string[]]]], unknown]

function isHiding(filter: unknown): filter is Hiding {
  if (!Array.isArray(filter) || filter.length !== 3 || filter[0] !== 'all') return false
  return JSON.stringify(filter[1]).startsWith('["!",["in",["get","id"],["literal",')
}
