import { Link } from '@tanstack/react-router'
import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { useEffect, useRef } from 'react'
import { flow as words } from '../messages/moderation-flow.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import type { Search } from '../url-state.ts'
import styles from './report.module.css'
import { useShownQueue } from './use-shown-queue.ts'

/** Whether a report is still to be gone through, in the queue it was taken from. */
const waits = ({ state, replied, sameAs }: ModeratedReport): boolean =>
  (state === 'new' || state === 'in_review' || replied) && sameAs === null

/** The way to the report after this one; where this one has just been gone through, reading goes on here. */
export function NextReport({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const { shown } = useShownQueue()
  const at = shown.findIndex(({ id }) => id === report.id)
  // Where it stood before it left: the one that came after it stands there now.
  const stood = useRef(-1)
  useEffect(() => {
    if (at >= 0) stood.current = at
  }, [at])
  const others = shown.filter(({ id }) => id !== report.id)
  const next = others[at >= 0 ? at : stood.current] ?? others[0]
  const isWaiting = waits(report)
  const waited = useRef(isWaiting)
  const link = useRef<HTMLAnchorElement>(null)
  const isDone = !isWaiting && waited.current
  useEffect(() => {
    // Not from under somebody who writes: another may have closed it.
    if (isDone && !document.activeElement?.matches('input, textarea, select')) link.current?.focus()
    if (!isDone) waited.current = isWaiting
  }, [isDone, isWaiting])
  return (
    <p className={styles.next} data-done={isDone || undefined}>
      {isDone && (
        <span role="status">
          <Icon name="check" size={16} /> {t(words.done)}.{' '}
          {t(others.length > 0 ? words.left(others.length) : words.empty)}
        </span>
      )}
      <Link
        ref={link}
        to="/planera/rapporter/{-$report}"
        params={{ report: next?.id }}
        search={(before: Search) => before}
        className={classNames(buttons.button, isDone ? buttons.primary : buttons.plain)}
      >
        {t(next ? words.next : words.toList)}
        <Icon name="right" size={16} />
      </Link>
    </p>
  )
}
