import type { ModeratedPlace, ModeratedReport, PlaceChange } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { type Clash, changedFields, saveOver } from '../problems/save-over.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { moderationApi } from './moderation-api.ts'
import { useRefreshModeration } from './use-moderation.ts'

type Written = Pick<ModeratedPlace, 'state' | 'words' | 'answer'>
const writtenOf = ({ state, words, answer }: ModeratedPlace): Written => ({ state, words, answer })

/**
 * What one writes of a public place. What others change meanwhile is taken in where one has written nothing, and never written over
 * unseen.
 */
export function usePlaceForm(report: ModeratedReport, place: ModeratedPlace) {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshModeration()
  const [opened, setOpened] = useState(place)
  const [written, setWritten] = useState(writtenOf(place))
  const [clash, setClash] = useState<Clash<ModeratedPlace> | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const start = (now: ModeratedPlace) => {
    setOpened(now)
    setWritten(writtenOf(now))
    setClash(null)
  }
  const isTouched = Object.keys(changedFields(opened, written)).length > 0
  if (place.version > opened.version && !isTouched) start(place)
  const save = async () => {
    setRefused(null)
    setSaving(true)
    let saved: ModeratedPlace = opened
    try {
      const found = await saveOver<ModeratedPlace>({
        ...{ opened, seen: clash?.now ?? opened, given: { ...written } },
        save: async (over, change) => {
          saved = await moderationApi.changePlace(over, change as PlaceChange)
        },
        read: async () => {
          const { publicPlace } = await moderationApi.read(report.id)
          return publicPlace ?? opened
        },
      })
      if (found) setClash(found)
      else {
        start(saved)
        announce(t(words.saved), { show: true })
      }
    } catch (why) {
      setRefused(why)
    }
    setSaving(false)
    await refresh()
  }
  const write = (change: Partial<Written>) => setWritten({ ...written, ...change })
  return { written, write, save, saving, refused, clash, isTouched, reset: () => start(place) }
}
