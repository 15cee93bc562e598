import type { Flavour } from '@trygghetskartan/api/contract'
import { type DensityEdition, densityZones } from '@trygghetskartan/siting'

/** From faint to strong against the ground: finer zones stand out more, in light and in dark. Told apart by lightness alone. */
const ramps = {
  light: ['#cfe6d3', '#9fd0bf', '#69b3b1', '#3f90a3', '#2f6b93', '#2f4a80', '#2b2a62'],
  dark: ['#38667a', '#3a8496', '#42a3a6', '#66bfa8', '#96d6a6', '#c9e8a4', '#f6f2ab'],
} as const
const belowAll = { light: '#b4bec4', dark: '#4d5b64' } as const

/** Colour of a zone of an edition; 'below' is what is seen below its coarsest. */
export function zoneColour(edition: DensityEdition, zone: string, flavour: Flavour): string {
  const zones = densityZones[edition]
  const at = zones.findIndex(({ id }) => id === zone)
  if (at < 0) return belowAll[flavour]
  const ramp = ramps[flavour]
  return ramp[Math.round((at * (ramp.length - 1)) / (zones.length - 1))]!
}
