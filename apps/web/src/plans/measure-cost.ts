import type { Properties } from '@trygghetskartan/api/contract'
import type { MapLayer } from '../map/map-style.ts'

/** SEK once and a year; null where nobody has said. */
export interface MeasureCost {
  readonly investment: number | null
  readonly yearly: number | null
}

/** What a measure costs, from the columns its layer says hold it. */
export function costOf(layer: MapLayer | undefined, properties: Properties): MeasureCost {
  const columns = layer?.siting?.columns
  const amount = (column: string | undefined) => {
    const value = column === undefined ? null : properties[column]
    return value === null || value === undefined || value === '' ? null : Number(value)
  }
  return { investment: amount(columns?.investment), yearly: amount(columns?.yearly) }
}

export const isUnpriced = ({ investment, yearly }: MeasureCost): boolean =>
  investment === null && yearly === null
