import type { Refusal } from '@trygghetskartan/siting'
import type { ReactNode } from 'react'
import { siting as words } from '../messages/siting.ts'
import type { Catalogue } from '../messages/text.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './siting-panel.module.css'
import type { SitingTown } from './use-siting-town.ts'

interface SitingSectionProps {
  readonly title: Extract<Catalogue[string], { readonly sv: string }>
  readonly around: SitingTown
  /** There is a shape to reckon with. */
  readonly placed: boolean
  readonly refusal: Refusal | null
  readonly failed: boolean
  readonly busy: boolean
  /** What one looks at first, above the choices. */
  readonly lead?: ReactNode
  /** Quick choices, which stand also before there is a result. */
  readonly choices?: ReactNode
  /** The result; null while there is none yet. */
  readonly children: ReactNode
}

/** What siting says of one measure, with what stands in the way of saying it. */
export function SitingSection({
  title,
  around,
  placed,
  refusal,
  failed,
  busy,
  lead,
  choices,
  children,
}: SitingSectionProps) {
  const t = useText()
  const { known, error, retry } = around
  const waiting = placed && !error && !refusal && !failed && !children
  return (
    <details className={styles.panel} open data-siting>
      <summary>
        <h3>{t(title)}</h3>
        {busy && <span>{t(words.reckoning)}</span>}
      </summary>
      <div className={styles.body}>
        {lead}
        {choices}
        {!placed && <p className={styles.soft}>{t(words.place)}</p>}
        {error && <ErrorNote error={error} onRetry={retry} />}
        {refusal && <Note tone="warning">{t(refusal.text)}</Note>}
        {failed && <Note tone="danger">{t(words.failed)}</Note>}
        {waiting &&
          (known ? <Skeleton lines={4} /> : <p className={styles.soft}>{t(words.groundLoading)}</p>)}
        {children}
      </div>
    </details>
  )
}
