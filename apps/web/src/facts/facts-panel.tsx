import type { TaskProps } from '../tasks/tasks.ts'
import { Panel } from '../ui/panel.tsx'

export function FactsPanel({ of, onClose }: TaskProps) {
  return (
    <Panel title={of} onClose={onClose}>
      {''}
    </Panel>
  )
}
