import { useCallback } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useSession } from '../session.ts'

/** The colour that the legend of a layer has for a status. */
export function useStatusColour(): (layer: string, status: string) => string {
  const flavour = useFlavour()
  const { layers } = useSession()
  return useCallback(
    (layer, status) =>
      layers.find(({ id }) => id === layer)?.legend.find(({ value }) => value === status)?.colour[flavour] ??
      '#798591',
    [layers, flavour],
  )
}
