import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useText } from '../messages/text.ts'
import { adminApi } from './admin-api.ts'

/** Every layer there is and how it is: the administrators' own list, wider than what they see on the map. */
export const useLayerHealth = () =>
  useQuery({ queryKey: ['health'], queryFn: ({ signal }) => adminApi.health(signal) })

/** A layer's name in words; its id until that is known. */
export function useLayerTitles(): (id: string) => string {
  const t = useText()
  const { data } = useLayerHealth()
  return useCallback(
    (id) => {
      const layer = data?.find((one) => one.layer === id)
      return layer ? t(layer.title) : id
    },
    [data, t],
  )
}
