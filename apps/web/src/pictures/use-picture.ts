import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Picture, PictureVersion } from '@trygghetskartan/api/contract-pictures'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useSession } from '../session.ts'
import { createLivePicture, type LivePicture } from './live-picture.ts'
import { picturesApi } from './pictures-api.ts'

const keyOf = (week: string) => ['picture', week]

export const usePicture = (week: string, version: PictureVersion, enabled = true) =>
  useQuery({
    queryKey: [...keyOf(week), version],
    queryFn: ({ signal }) => picturesApi.read(week, version, signal),
    enabled,
  })

export const usePictures = () =>
  useQuery({ queryKey: ['pictures'], queryFn: ({ signal }) => picturesApi.list(signal) })

/** Reads a week anew, in both versions, and the list of weeks. */
export function useRefreshPicture(week: string): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: keyOf(week) })
    void queries.invalidateQueries({ queryKey: ['pictures'] })
    void queries.invalidateQueries({ queryKey: ['picture-rollup'] })
  }, [queries, week])
}

/** The texts as they are written, while the picture is open; null until it is read. */
export function useLivePicture(picture: Picture | undefined, onChanged: () => void): LivePicture | null {
  const { me } = useSession()
  const [live, setLive] = useState<LivePicture | null>(null)
  const week = picture?.week
  const account = me.account?.id ?? ''
  const changed = useEffectEvent(onChanged)
  const begin = useEffectEvent(() => picture?.edits ?? 0)
  useEffect(() => {
    if (!week) return
    const made = createLivePicture({ week, account, after: begin(), onChanged: () => changed() })
    setLive(made)
    return () => {
      made.close()
      setLive(null)
    }
  }, [week, account])
  useEffect(() => {
    if (picture) live?.load(picture)
  }, [live, picture])
  return live
}
