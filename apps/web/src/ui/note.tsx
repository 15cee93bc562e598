import type { ReactNode } from 'react'
import { ProblemError } from '../api.ts'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import styles from './note.module.css'

interface NoteProps {
  readonly tone?: 'info' | 'good' | 'warning' | 'danger'
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

const icons: Record<NonNullable<NoteProps['tone']>, IconName> = {
  info: 'info',
  good: 'check',
  warning: 'warning',
  danger: 'warning',
}

/** A few words set apart. Errors and warnings are spoken when they appear. */
export function Note({ tone = 'info', title, children, actions }: NoteProps) {
  const loud = tone === 'danger' || tone === 'warning'
  return (
    <div className={styles.note} data-tone={tone} role={loud ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        {title && <strong>{title}</strong>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

/** What went wrong, in words, and the way on. */
export function ErrorNote({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}) {
  const t = useText()
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <Note
      tone="danger"
      title={problem?.title ?? t(common.somethingWrong)}
      actions={
        onRetry && (
          <Button size="s" onClick={onRetry}>
            {t(common.retry)}
          </Button>
        )
      }
    >
      {problem?.detail && <p>{problem.detail}</p>}
      {problem?.status === 412 && !problem.detail && <p>{t(common.readAgain)}</p>}
      {problem?.errors?.map((one) => (
        <p key={one.field}>{one.message}</p>
      ))}
      {problem?.retryAfter && <p>{t(common.tryAgainIn(problem.retryAfter))}</p>}
    </Note>
  )
}

/** What is said where there is nothing to show, with what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <strong>{title}</strong>
      {children}
    </div>
  )
}

interface SkeletonProps {
  readonly lines?: number
  /** Takes the height of the screen: what stands below it does not move under one's finger when the answer comes. */
  readonly page?: boolean
}

/** Grey lines in the shape of what is on its way. */
export function Skeleton({ lines = 3, page = false }: SkeletonProps) {
  const t = useText()
  return (
    <div
      className={styles.skeleton}
      data-page={page || undefined}
      role="status"
      aria-label={t(common.loading)}
    >
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  )
}
