import type { Text } from '@trygghetskartan/layers'
import type { StaffAudience } from '../contract-admin.ts'
import type { WorksAs } from '../contract-observations.ts'

export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly audience: StaffAudience
  readonly title: Text
  /** Takes decisions. */
  readonly decides?: true
  readonly worksAs?: WorksAs
}

/** What the accounts' issuer is called beside the configured providers. */
export const demoIssuer = 'demo'

/** Accounts without passwords, open only where DEMO=1. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    id: 'demo-planner',
    name: 'Petra Lindgren',
    audience: 'planner',
    title: { sv: 'Trygghetssamordnare i kommunen', en: 'Safety planner at the municipality' },
    decides: true,
  },
  {
    id: 'demo-planner-2',
    name: 'Johan Ek',
    audience: 'planner',
    title: { sv: 'Gatuingenjör i kommunen', en: 'Street engineer at the municipality' },
  },
  {
    id: 'demo-police',
    name: 'Amira Holm',
    audience: 'police',
    title: { sv: 'Områdespolis', en: 'Community police officer' },
    decides: true,
  },
  {
    id: 'demo-reporter',
    name: 'Elias Berg',
    audience: 'reporter',
    worksAs: 'field_worker',
    title: { sv: 'Fältare', en: 'Field worker' },
  },
  {
    id: 'demo-admin',
    name: 'Karin Sjö',
    audience: 'admin',
    title: { sv: 'Systemförvaltare', en: 'Administrator' },
  },
]
