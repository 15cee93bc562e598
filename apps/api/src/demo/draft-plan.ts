import { demoAccounts, demoIssuer } from '../identity/demo-accounts.ts'
import type { DraftPlan } from '../queries/demo.ts'

const accountOf = (id: string) => {
  const account = demoAccounts.find((one) => one.id === id)
  if (!account) throw new RangeError(`there is no demo account ${id}`)
  return { issuer: demoIssuer, subject: id, name: account.name, audience: account.audience }
}

/** The plan that two of the demo accounts work on; which measures are drafts in it stands in data/demo/measures.json. */
export const draftPlan: DraftPlan = {
  id: '9a1f3c52-6d0e-4b7a-8f21-5c3e7d90b1a4',
  title: 'Ljus och sikt till hösten',
  members: [
    { ...accountOf('demo-planner'), role: 'owner' },
    { ...accountOf('demo-planner-2'), role: 'member' },
  ],
}
