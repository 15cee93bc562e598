import type { Flavour, Text } from '@trygghetskartan/api/contract'
import { changeWords, classWords, trendWords, hotspotResults as words } from '../messages/hotspot-results.ts'
import { drawnTrends, strongPaint, trendPaint } from './figure-paint.ts'
import { classPaint, giClasses } from './gi-ramp.ts'
import type { Figure } from './hotspot-protocol.ts'

export interface LegendRow {
  readonly paint: {
    readonly fill: string
    readonly cover: number
    readonly line: string
    readonly width: number
  }
  readonly title: Text
  readonly n: number
}

/** What each colour of a figure means, and how many there are of it; none for what is no shapes. */
export function legendRows(figure: Figure, change: boolean, flavour: Flavour): readonly LegendRow[] {
  switch (figure.kind) {
    case 'cells': {
      const said = change ? changeWords : classWords
      return giClasses
        .filter((one) => one === 0 || (!change && one > 0) || (figure.classes[one] ?? 0) > 0)
        .map((one) => ({
          paint: classPaint(one, flavour),
          title: said[one],
          n: figure.classes[one] ?? 0,
        }))
    }
    case 'trend':
      return drawnTrends.map((name) => ({
        paint: trendPaint(name, flavour),
        title: trendWords[name],
        n: figure.sizes[name],
      }))
    case 'clusters': {
      const title = words.clusterLegend(figure.least, figure.distance)
      return [{ paint: strongPaint(flavour), title, n: figure.spots.length }]
    }
    case 'places':
      return [{ paint: strongPaint(flavour), title: words.placeLegend, n: figure.repeated }]
    default:
      return []
  }
}
