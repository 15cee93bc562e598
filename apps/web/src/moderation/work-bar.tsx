import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { useId } from 'react'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './report.module.css'
import { useQueue, useSteps } from './use-moderation.ts'

/** Who sees to a report, whether it waits in the quiet queue, and taking it up again. */
export function WorkBar({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const id = useId()
  const { me } = useSession()
  const { data } = useQueue('open')
  const { take, busy, error } = useSteps(report)
  const { assignedTo, quiet, state } = report
  const isOpen = state === 'new' || state === 'in_review'
  const people = data?.people ?? []
  const others =
    assignedTo && !people.some((one) => one.id === assignedTo.id) ? [assignedTo, ...people] : people
  return (
    <div className={styles.bar}>
      <label htmlFor={id}>{t(words.assigned)}</label>
      <select
        id={id}
        value={assignedTo?.id ?? ''}
        onChange={(event) => void take({ step: 'assign', to: event.target.value || null })}
      >
        <option value="">{t(words.nobody)}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {me.account && assignedTo?.id !== me.account.id && (
        <Button
          size="s"
          busy={busy}
          icon={<Icon name="person" size={15} />}
          onClick={() => void take({ step: 'assign', to: me.account!.id })}
        >
          {t(words.takeIt)}
        </Button>
      )}
      {isOpen && (
        <Button size="s" kind="quiet" onClick={() => void take({ step: 'quiet', quiet: !quiet })}>
          {t(quiet ? words.fromQuiet : words.toQuiet)}
        </Button>
      )}
      {!isOpen && (
        <Button size="s" icon={<Icon name="undo" size={15} />} onClick={() => void take({ step: 'reopen' })}>
          {t(words.reopen)}
        </Button>
      )}
      {error !== null && <ErrorNote error={error} />}
    </div>
  )
}
