import { Suspense } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { Skeleton } from '../ui/note.tsx'
import { Sheet, type Snap } from '../ui/sheet.tsx'
import { tasks } from './tasks.ts'
import type { OpenTask } from './use-task.ts'

interface TaskSheetProps {
  readonly task: OpenTask
  readonly snap: Snap
  readonly onSnap: (snap: Snap) => void
  readonly onClose: () => void
}

/** What one does beside the map, in the place of the inspector. */
export function TaskSheet({ task, snap, onSnap, onClose }: TaskSheetProps) {
  const t = useText()
  const { title, panel: Panel } = tasks[task.name]
  return (
    <Sheet side="right" label={t(frame.besideMap(t(title)))} snap={snap} onSnap={onSnap}>
      <Suspense fallback={<Skeleton lines={7} />}>
        <Panel key={task.name} of={task.of} onClose={onClose} />
      </Suspense>
    </Sheet>
  )
}
