import type { DensityEdition } from '@trygghetskartan/siting'
import { keepPreferences, useDensityEdition } from '../preferences.ts'

/** Which edition of the standard zones are told by, kept on this device. */
export function useEdition(): [DensityEdition, (edition: DensityEdition) => void] {
  return [useDensityEdition(), (densityEdition) => keepPreferences({ densityEdition })]
}
