import type { TrendClass } from '@trygghetskartan/analysis'
import type { Flavour } from '@trygghetskartan/api/contract'

interface ShapePaint {
  readonly fill: string
  readonly cover: number
  readonly line: string
  readonly width: number
}

/** Trends that are drawn, in the order a legend tells them. Hues of Okabe and Ito 2008, which nearly everybody tells apart. */
export const drawnTrends = ['new', 'growing', 'persistent', 'fading'] as const satisfies readonly TrendClass[]
export type DrawnTrend = (typeof drawnTrends)[number]

const trends: Readonly<Record<Flavour, Readonly<Record<DrawnTrend, ShapePaint>>>> = {
  light: {
    new: { fill: '#a1306f', cover: 0.6, line: '#5c1440', width: 2 },
    growing: { fill: '#d55e00', cover: 0.6, line: '#8f3f00', width: 1.5 },
    persistent: { fill: '#c9a100', cover: 0.42, line: '#8a6e00', width: 0.8 },
    fading: { fill: '#0072b2', cover: 0.5, line: '#004a75', width: 1 },
  },
  dark: {
    new: { fill: '#ff9fd0', cover: 0.72, line: '#ffe0f0', width: 2 },
    growing: { fill: '#ff8c42', cover: 0.68, line: '#ffd0ad', width: 1.5 },
    persistent: { fill: '#d9bd3c', cover: 0.45, line: '#f0dc8a', width: 0.8 },
    fading: { fill: '#56b4e9', cover: 0.55, line: '#b6e0fa', width: 1 },
  },
}

export const trendPaint = (name: DrawnTrend, flavour: Flavour): ShapePaint => trends[flavour][name]

/** Clusters, places and the marks of the list. */
export const strongPaint = (flavour: Flavour): ShapePaint =>
  flavour === 'light'
    ? { fill: '#b2190f', cover: 0.3, line: '#6d0b06', width: 1.8 }
    : { fill: '#ffb08a', cover: 0.35, line: '#ffe3d3', width: 1.8 }

/** Words on those marks. */
export const markInk = { light: '#ffffff', dark: '#2b0a02' } as const
