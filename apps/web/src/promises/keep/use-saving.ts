import { useState } from 'react'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { useAnnounce } from '../../ui/announce.tsx'
import { useRefreshPromises } from '../use-promises.ts'

/**
 * Saves, says so, and reads what is there then; also where somebody else was first, so that what was typed can be sent again.
 * `save` rejects with what went wrong; `tryTo` keeps it, to be shown.
 */
export function useSaving() {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshPromises()
  const [error, setError] = useState<unknown>(null)
  const save = async (work: () => Promise<unknown>) => {
    setError(null)
    try {
      await work()
      announce(t(words.saved), { show: true })
    } finally {
      await refresh()
    }
  }
  const tryTo = (work: () => Promise<unknown>) => void save(work).catch(setError)
  return { save, tryTo, error }
}
