import {
  type DrawnCandidate,
  defaultRisk,
  type MeansKind,
  type Rings,
  type RiskPart,
} from '@trygghetskartan/siting'
import type { FormInput } from '../plan/form-values.ts'
import { defaultFigures } from './default-templates.ts'

export type UnseenUse = 'home' | 'school' | 'preschool' | 'care' | 'worship'

/** What the planner has said so far, as typed. `area` null: what the map shows. */
export interface ProposalForm {
  readonly area: Rings | null
  readonly kinds: readonly MeansKind[]
  readonly weights: Readonly<Record<RiskPart, number>>
  readonly kindWeights: Readonly<Record<string, number>>
  readonly figures: FormInput
  readonly unseen: readonly UnseenUse[]
  readonly excluded: readonly Rings[]
  readonly drawn: readonly DrawnCandidate[]
  readonly onlyDrawn: boolean
}

/** The least intrusive first, as everywhere. */
export const meansKinds: readonly MeansKind[] = ['presence', 'lamp', 'clearing', 'camera']
export const riskParts: readonly RiskPart[] = ['incidents', 'reports', 'survey', 'darkness', 'sight']

export const defaultForm: ProposalForm = {
  area: null,
  kinds: meansKinds,
  weights: defaultRisk.weights,
  kindWeights: defaultRisk.kinds,
  figures: defaultFigures,
  unseen: ['preschool', 'school', 'care'],
  excluded: [],
  drawn: [],
  onlyDrawn: false,
}

const key = 'trygghetskartan.proposal'

/** What was asked for last on this page, or the defaults. Typed text comes back also where it is not right yet. */
export function readForm(storage: Pick<Storage, 'getItem'>, account: string): ProposalForm {
  const text = storage.getItem(`${key}.${account}`)
  if (text === null) return defaultForm
  try {
    const kept = JSON.parse(text) as Partial<ProposalForm>
    return { ...defaultForm, ...kept, figures: { ...defaultFigures, ...kept.figures } }
  } catch (error) {
    if (error instanceof SyntaxError) return defaultForm
    throw error
  }
}

export const keepForm = (storage: Pick<Storage, 'setItem'>, account: string, form: ProposalForm): void =>
  storage.setItem(`${key}.${account}`, JSON.stringify(form))

/** Share of the risk each part stands for, 0 to 1; all 0 where nothing is weighed. */
export function sharesOf(weights: ProposalForm['weights']): Record<RiskPart, number> {
  const sum = riskParts.reduce((total, part) => total + weights[part], 0)
  return Object.fromEntries(riskParts.map((part) => [part, sum > 0 ? weights[part] / sum : 0])) as Record<
    RiskPart,
    number
  >
}
