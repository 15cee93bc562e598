import type { Audience } from '@trygghetskartan/api/contract'

/** Who may do what beside the map: `task={name}:{of}` in the address. */
const audiences = {
  plan: ['planner', 'police'],
  proposal: ['planner', 'police'],
  patrol: ['police'],
  guards: ['planner', 'police'],
  facts: ['planner', 'police'],
  field: ['planner', 'police'],
  hotspot: ['police'],
} as const satisfies Record<string, readonly Audience[]>

export type TaskName = keyof typeof audiences

/** Whether there is such a task, for such a reader. */
export const mayDo = (name: string, audience: Audience): name is TaskName =>
  Object.hasOwn(audiences, name) && (audiences[name as TaskName] as readonly Audience[]).includes(audience)
