import { useMemo } from 'react'
import { useHandler } from '../plan/use-handler.ts'
import { useUrlState } from '../url-state.ts'
import { type HotspotView, readHotspotView, writeHotspotView } from './hotspot-view.ts'

/** A change of the view: fields given as undefined are taken away. */
export type HotspotChange = { readonly [Key in keyof HotspotView]?: HotspotView[Key] | undefined }

/** What is asked, as the address has it, and the way to ask otherwise. */
export function useHotspotView(): [
  HotspotView,
  (change: HotspotChange, how?: { replace?: boolean }) => void,
] {
  const [{ hotspots: texts }, update] = useUrlState()
  const hotspots = useMemo(() => texts && readHotspotView(texts), [texts])
  const change = useHandler((part: HotspotChange, how?: { replace?: boolean }) => {
    const next = Object.fromEntries(
      Object.entries({ ...hotspots, ...part }).filter(([, value]) => value !== undefined),
    ) as HotspotView
    update({ hotspots: writeHotspotView(next) }, how)
  })
  return [hotspots ?? none, change]
}

const none: HotspotView = {}
