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
  status('idea', { sv: 'Idé', en: 'Idea' }, 'thought', false, '#5e3d88', '#ad96cf'),
  status('proposed', { sv: 'Föreslagen', en: 'Proposed' }, 'thought', false, '#af4c9e', '#f7aeed'),
  status('in_review', { sv: 'Under beredning', en: 'In review' }, 'thought', false, '#d96351', '#ea8662'),
  status('decided', { sv: 'Beslutad', en: 'Decided' }, 'agreed', true, '#a2761f', '#daab3d'),
  status('ordered', { sv: 'Beställd', en: 'Ordered' }, 'agreed', true, '#4f6000', '#d8ef74'),
  status('built', { sv: 'Genomförd', en: 'Built' }, 'done', true, '#00694f', '#89fadd'),
  status('in_operation', { sv: 'I drift', en: 'In operation' }, 'done', true, '#003e6d', '#3d8fc2'),
  status('evaluated', { sv: 'Utvärderad', en: 'Evaluated' }, 'done', true, '#5375cf', '#93abf7'),
  status('declined', { sv: 'Avslagen', en: 'Declined' }, 'over', false, '#798591', '#a5afb9'),
  status('ended', { sv: 'Avslutad', en: 'Ended' }, 'over', false, '#5c6870', '#d0d0d1'),
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

/** What only who decides takes a measure to, and with the words of the decision. The database says so in core.status_steps. */
export const decidedStatuses: readonly string[] = ['decided', 'declined']

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
