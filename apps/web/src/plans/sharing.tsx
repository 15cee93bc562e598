import type { Plan } from '@trygghetskartan/api/contract-identity'
import { Shares } from '../shared-plan/shares.tsx'
import { Members } from './members.tsx'

/** Who is in a plan, and who outside may look at it. */
export function Sharing({ plan, onLeft }: { readonly plan: Plan; readonly onLeft: () => void }) {
  return (
    <>
      <Members plan={plan} onLeft={onLeft} />
      <Shares plan={plan} />
    </>
  )
}
