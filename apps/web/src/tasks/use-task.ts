import { useCallback } from 'react'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { type TaskPanel, tasks } from './tasks.ts'

interface OpenTask {
  readonly panel: TaskPanel
  readonly of: string
}

/** The task that is open, where the caller may do it; and the way to open another, or none. */
export function useTask(): [OpenTask | null, (name: string | null, of?: string) => void] {
  const { me } = useSession()
  const [{ task }, update] = useUrlState()
  const panel = task && tasks.find(({ id, audiences }) => id === task.name && audiences.includes(me.audience))
  const open = useCallback(
    (name: string | null, of = '') => update({ task: name === null ? undefined : { name, of } }),
    [update],
  )
  return [panel ? { panel, of: task.of } : null, open]
}
