import type { Config } from '@trygghetskartan/api/contract'
import type { Draft } from './draft.ts'

/** What of the server's settings the flow has to know, also without a connection. */
export type ReportConfig = Pick<Config, 'municipality' | 'bounds' | 'faultReport' | 'attribution'>

/** What every step of the wizard is given. */
export interface StepProps {
  readonly config: ReportConfig
  readonly draft: Draft
  readonly onDraft: (change: Partial<Draft>) => void
}
