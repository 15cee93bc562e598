import type { Text } from '@trygghetskartan/api/contract'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { TaskName } from './task-name.ts'

/** What one may do beside the map: a panel in the place of the inspector, named by `task=` in the address. */
export interface TaskPanel {
  readonly title: Text
  /** Is handed what the task is about, and draws its own Panel. */
  readonly panel: LazyExoticComponent<ComponentType<TaskProps>>
}

export interface TaskProps {
  /** What it is about, as the address says; '' for nothing yet. */
  readonly of: string
  readonly onClose: () => void
}

/** Each is fetched when it is first opened. */
export const tasks: Readonly<Record<TaskName, TaskPanel>> = {
  plan: {
    title: { sv: 'Plan', en: 'Plan' },
    panel: lazy(() => import('../plans/plan-panel.tsx').then(({ PlanPanel }) => ({ default: PlanPanel }))),
  },
  proposal: {
    title: { sv: 'Föreslå placering', en: 'Propose places' },
    panel: lazy(() =>
      import('../proposal/proposal-panel.tsx').then(({ ProposalPanel }) => ({ default: ProposalPanel })),
    ),
  },
  patrol: {
    title: { sv: 'Patrullområden', en: 'Patrol zones' },
    panel: lazy(() =>
      import('../patrol/patrol-panel.tsx').then(({ PatrolPanel }) => ({ default: PatrolPanel })),
    ),
  },
  guards: {
    title: { sv: 'Ordningsvakter och fältare', en: 'Guards and field workers' },
    panel: lazy(() =>
      import('../guards/guards-panel.tsx').then(({ GuardsPanel }) => ({ default: GuardsPanel })),
    ),
  },
  facts: {
    title: { sv: 'Fakta om platsen', en: 'Facts about the place' },
    panel: lazy(() => import('../facts/facts-panel.tsx').then(({ FactsPanel }) => ({ default: FactsPanel }))),
  },
  field: {
    title: { sv: 'Fältposter', en: 'Field entries' },
    panel: lazy(() =>
      import('../field-entries/field-entries-panel.tsx').then(({ FieldEntriesPanel }) => ({
        default: FieldEntriesPanel,
      })),
    ),
  },
  hotspot: {
    title: { sv: 'Varför här?', en: 'Why here?' },
    panel: lazy(() =>
      import('../hotspots/hotspot-panel.tsx').then(({ HotspotPanel }) => ({ default: HotspotPanel })),
    ),
  },
}
