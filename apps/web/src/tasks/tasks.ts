import type { Audience, Text } from '@trygghetskartan/api/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

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
export const tasks: readonly TaskPanel[] = [
  {
    id: 'plan',
    title: { sv: 'Plan', en: 'Plan' },
    audiences: ['planner', 'police'],
    panel: lazy(() => import('../plans/plan-panel.tsx').then(({ PlanPanel }) => ({ default: PlanPanel }))),
  },
  {
    id: 'proposal',
    title: { sv: 'Föreslå placering', en: 'Propose places' },
    audiences: ['planner', 'police'],
    panel: lazy(() =>
      import('../proposal/proposal-panel.tsx').then(({ ProposalPanel }) => ({ default: ProposalPanel })),
    ),
  },
  {
    id: 'patrol',
    title: { sv: 'Patrullområden', en: 'Patrol zones' },
    audiences: ['police'],
    panel: lazy(() =>
      import('../patrol/patrol-panel.tsx').then(({ PatrolPanel }) => ({ default: PatrolPanel })),
    ),
  },
  {
    id: 'guards',
    title: { sv: 'Ordningsvakter och fältare', en: 'Guards and field workers' },
    audiences: ['planner', 'police'],
    panel: lazy(() =>
      import('../guards/guards-panel.tsx').then(({ GuardsPanel }) => ({ default: GuardsPanel })),
    ),
  },
  {
    id: 'facts',
    title: { sv: 'Fakta om platsen', en: 'Facts about the place' },
    audiences: ['planner', 'police'],
    panel: lazy(() => import('../facts/facts-panel.tsx').then(({ FactsPanel }) => ({ default: FactsPanel }))),
  },
  {
    id: 'field',
    title: { sv: 'Fältposter', en: 'Field entries' },
    audiences: ['planner', 'police'],
    panel: lazy(() =>
      import('../field-entries/field-entries-panel.tsx').then(({ FieldEntriesPanel }) => ({
        default: FieldEntriesPanel,
      })),
    ),
  },
  {
    id: 'hotspot',
    title: { sv: 'Varför här?', en: 'Why here?' },
    audiences: ['police'],
    panel: lazy(() =>
      import('../hotspots/hotspot-panel.tsx').then(({ HotspotPanel }) => ({ default: HotspotPanel })),
    ),
  },
]
