import { ProblemError } from '../api.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Note } from '../ui/note.tsx'
import type { Outcome } from './desk.ts'

/** Why a change was not made; nothing where it was. */
export function OutcomeNote({ outcome }: { readonly outcome: Outcome | null }) {
  const t = useText()
  if (!outcome || outcome.type === 'saved') return null
  if (outcome.type === 'offline')
    return (
      <Note tone="warning" title={t(words.notDone)}>
        {t(words.notDoneOffline)}
      </Note>
    )
  if (outcome.type === 'conflict')
    return (
      <Note tone="warning" title={t(words.notDone)}>
        {t(words.notDoneConflict)}
      </Note>
    )
  return <ErrorNote error={new ProblemError(outcome.problem)} />
}
