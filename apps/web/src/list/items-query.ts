import type { ItemsQuery } from '../api.ts'
import { dayAfter, type MapLayer, timeField } from '../map/map-style.ts'
import type { UrlState } from '../url-state.ts'

type View = Pick<UrlState, 'without' | 'from' | 'to' | 'q'>

/** The view's filters as the items API takes them: what the map shows of a layer is what its list holds. */
export function itemsQuery(layer: MapLayer, view: View, bbox?: ItemsQuery['bbox']): ItemsQuery {
  const hidden = view.without[layer.id] ?? []
  const kept = layer.legend.map(({ value }) => value).filter((value) => !hidden.includes(value))
  const time = timeField(layer)
  const period =
    time && (view.from || view.to) ? `${view.from ?? ''}..${view.to ? dayAfter(view.to) : ''}` : ''
  return {
    ...(bbox && { bbox }),
    ...(view.q && { q: view.q }),
    categories: {
      ...(hidden.length > 0 && { [layer.categoryBy]: kept }),
      ...(time && period && { [time]: [period] }),
    },
  }
}
