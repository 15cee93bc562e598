import type { LegendRow, Text } from './description.ts'

interface StatusStep {
  readonly from: string
  readonly to: string
}

/** How far a measure has come. `stage` decides outline and fill, so that nobody has to tell colours apart. */
export interface MeasureStatus extends LegendRow {
  readonly stage: 'thought' | 'agreed' | 'done' | 'over'
  readonly mark: NonNullable<LegendRow['mark']>
  readonly public: boolean
}

const markOf = { thought: 'hollow', agreed: 'ring', done: 'filled', over: 'faint' } as const

const status = (
  value: string,
  title: Text,
  stage: MeasureStatus['stage'],
  isPublic: boolean,
  light: string,
  dark: string,
): MeasureStatus => ({ value, title, stage, mark: markOf[stage], public: isPublic, colour: { light, dark } })

/** From idea to evaluated, in order. The database holds the same in core.statuses. */
export const measureStatuses: readonly MeasureStatus[] = [
  status('idea', { sv: 'Idé', en: 'Idea' }, 'thought', false, '#7a5ea8', '#c3aeea'),
  status('proposed', { sv: 'Föreslagen', en: 'Proposed' }, 'thought', false, '#a1408f', '#ef9fdb'),
  status('in_review', { sv: 'Under beredning', en: 'In review' }, 'thought', false, '#b8431f', '#ff9d7a'),
  status('decided', { sv: 'Beslutad', en: 'Decided' }, 'agreed', true, '#96690a', '#f2c14e'),
  status('ordered', { sv: 'Beställd', en: 'Ordered' }, 'agreed', true, '#5f7312', '#c6db62'),
  status('built', { sv: 'Genomförd', en: 'Built' }, 'done', true, '#0b7f6b', '#5fd6bd'),
  status('in_operation', { sv: 'I drift', en: 'In operation' }, 'done', true, '#0b6fa8', '#6cc0f5'),
  status('evaluated', { sv: 'Utvärderad', en: 'Evaluated' }, 'done', true, '#2b4a9b', '#9db4ff'),
  status('declined', { sv: 'Avslagen', en: 'Declined' }, 'over', false, '#6b6f76', '#a3a9b3'),
  status('ended', { sv: 'Avslutad', en: 'Ended' }, 'over', false, '#4d5158', '#c4c9d1'),
]

/** The steps a measure may take. The database holds the same in core.status_steps. */
export const statusSteps: readonly StatusStep[] = [
  { from: 'idea', to: 'proposed' },
  { from: 'proposed', to: 'in_review' },
  { from: 'proposed', to: 'idea' },
  { from: 'in_review', to: 'decided' },
  { from: 'in_review', to: 'declined' },
  { from: 'in_review', to: 'proposed' },
  { from: 'declined', to: 'idea' },
  { from: 'decided', to: 'ordered' },
  { from: 'ordered', to: 'built' },
  { from: 'built', to: 'in_operation' },
  { from: 'built', to: 'evaluated' },
  { from: 'in_operation', to: 'evaluated' },
  { from: 'in_operation', to: 'ended' },
  { from: 'evaluated', to: 'ended' },
]

/** Legend and paint of every measure: its status. Those outside the staff never meet what is not decided. */
export const measureCategories = {
  by: 'status',
  values: measureStatuses.map(({ value, title, colour, mark, public: isPublic }) => ({
    value,
    title,
    colour,
    mark,
    ...(!isPublic && { audiences: ['planner', 'police'] as const }),
  })),
}
