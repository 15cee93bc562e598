import type { Audience, Text } from '@trygghetskartan/api/contract'
import type { ComponentType, LazyExoticComponent } from 'react'

/** What one may do beside the map: a panel in the place of the inspector, named by `task=` in the address. */
export interface TaskPanel {
  /** One word: `task={id}:{of}`. */
  readonly id: string
  readonly title: Text
  readonly audiences: readonly Audience[]
  /** Is handed what the task is about, and draws its own Panel. */
  readonly panel: LazyExoticComponent<ComponentType<TaskProps>>
}

export interface TaskProps {
  /** What it is about, as the address says; '' for nothing yet. */
  readonly of: string
  readonly onClose: () => void
}

/** Each is fetched when it is first opened. */
export const tasks: readonly TaskPanel[] = []
