import { useCallback } from 'react'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { mayDo, type TaskName } from './task-name.ts'

export interface OpenTask {
  readonly name: TaskName
  /** What it is about, as the address says; '' for nothing yet. */
  readonly of: string
}

/** The task that is open, where the caller may do it; and the way to open another, or none. */
export function useTask(): [OpenTask | null, (name: TaskName | null, of?: string) => void] {
  const { me } = useSession()
  const [{ task }, update] = useUrlState()
  const open = useCallback(
    (name: TaskName | null, of = '') => update({ task: name === null ? undefined : { name, of } }),
    [update],
  )
  return [task && mayDo(task.name, me.audience) ? { name: task.name, of: task.of } : null, open]
}
