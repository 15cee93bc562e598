import type { DensityEdition } from '@trygghetskartan/siting'
import { keepPreferences, useDensityEdition } from '../preferences.ts'

const choose = (densityEdition: DensityEdition) => keepPreferences({ densityEdition })

/** Which edition of the standard zones are told by, kept on this device. */
export function useEdition(): [DensityEdition, (edition: DensityEdition) => void] {
  return [useDensityEdition(), choose]
}
