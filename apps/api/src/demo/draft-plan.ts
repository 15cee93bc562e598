import { demoAccounts, demoIssuer } from '../identity/demo-accounts.ts'
import type { DraftPlan } from '../queries/demo.ts'

const accountOf = (id: string) => {
  const account = demoAccounts.find((one) => one.id === id)
  if (!account) throw new RangeError(`there is no demo account ${id}`)
  return { issuer: demoIssuer, subject: id, name: account.name, audience: account.audience }
}

const planners = [
  { ...accountOf('demo-planner'), role: 'owner' },
  { ...accountOf('demo-planner-2'), role: 'member' },
] as const

/** The plans that the demo accounts work on, by what data/demo/measures.json calls them: there stands which measures are drafts in each. */
export const draftPlans = {
  autumn: {
    id: '9a1f3c52-6d0e-4b7a-8f21-5c3e7d90b1a4',
    title: 'Ljus och sikt till hösten',
    description: null,
    budget: null,
    yearly: null,
    members: planners,
  },
  // Two ways to the same end, to hold beside each other.
  cameras: {
    id: '2f0c8d1e-7b34-4f6a-9c58-1d7e3a90b6c2',
    title: 'Gamlegårdens centrum: kameror',
    description:
      'Tre kameror mot narkotikaförsäljning och skadegörelse på torget och i parken. Jämförs med ljus, sikt och närvaro.',
    budget: 250_000,
    yearly: 60_000,
    members: planners,
  },
  light: {
    id: '6b9e2a47-0c5d-4e18-b3f7-8a24c6d1e905',
    title: 'Gamlegårdens centrum: ljus, sikt och närvaro',
    description:
      'Samma platser med mindre ingripande medel: jämnare ljus, röjda siktlinjer och synlig polis.',
    budget: 900_000,
    yearly: 60_000,
    members: [...planners, { ...accountOf('demo-police'), role: 'member' }],
  },
} as const satisfies Readonly<Record<string, DraftPlan>>
