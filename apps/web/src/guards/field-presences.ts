import type { Item } from '@trygghetskartan/api/contract'
import type { Polygon } from 'geojson'
import type { AskedZone } from '../patrol/patrol-protocol.ts'
import { hoursOf } from '../patrol/use-zones.ts'

/** Areas where somebody is on a day, "2026-11-30". */
export const presencesOn = (items: readonly Item[], day: string): AskedZone[] =>
  items
    .filter(
      ({ properties: { valid_from: from, valid_to: to } }) =>
        (!from || String(from) <= day) && (!to || String(to) >= day),
    )
    .map((item) => ({ id: item.id, rings: (item.geometry as Polygon).coordinates, ...hoursOf(item) }))
