import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { dossierApi } from './dossier-api.ts'

const keyOf = (camera: string) => ['dossier', camera]

export const useDossier = (camera: string) =>
  useQuery({ queryKey: keyOf(camera), queryFn: ({ signal }) => dossierApi.read(camera, signal) })

/** Reads the dossier anew after it was changed here. */
export function useRefreshDossier(camera: string): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: keyOf(camera) })
    await queries.invalidateQueries({ queryKey: ['camera-register'] })
  }, [queries, camera])
}
