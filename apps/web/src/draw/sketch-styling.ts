import type { Flavour } from '@trygghetskartan/api/contract'
import type { TerraDrawAdapterStyling } from 'terra-draw'
import type { SketchRole } from './sketch-features.ts'

const colours = {
  light: { line: '#0b5a6b', halo: '#ffffff', snap: '#b45309', fault: '#c0261c' },
  dark: { line: '#74cbdb', halo: '#0f1519', snap: '#fbbf24', fault: '#ff9d92' },
} as const

/** How each part of a drawing looks. */
export function sketchStyling(role: SketchRole, flavour: Flavour): Partial<TerraDrawAdapterStyling> {
  const { line, halo, snap, fault } = colours[flavour]
  switch (role) {
    case 'area':
      return {
        polygonFillColor: line,
        polygonFillOpacity: 0.18,
        polygonOutlineWidth: 0,
        polygonOutlineColor: line,
      }
    case 'path':
      return { lineStringColor: line, lineStringWidth: 3 }
    case 'live':
      return { lineStringColor: line, lineStringWidth: 2, lineStringOpacity: 0.6 }
    case 'vertex':
      return { ...dot(halo, 5.5, line, 2.5), zIndex: 30 }
    case 'selected':
      return { ...dot(line, 7.5, halo, 3), zIndex: 40 }
    case 'place':
      return { ...dot(line, 19, line, 2.5), pointOpacity: 0.08, zIndex: 40 }
    case 'midpoint':
      return { ...dot(line, 3.5, halo, 1.5), pointOpacity: 0.85, zIndex: 20 }
    case 'snap':
      return { ...dot(snap, 10, snap, 2.5), pointOpacity: 0, zIndex: 50 }
    case 'fault':
      return { ...dot(fault, 12, fault, 3), pointOpacity: 0.2, zIndex: 45 }
  }
}

const dot = (
  pointColor: `#${string}`,
  pointWidth: number,
  pointOutlineColor: `#${string}`,
  width: number,
) => ({
  pointColor,
  pointWidth,
  pointOutlineColor,
  pointOutlineWidth: width,
})
