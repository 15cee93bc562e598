import { memo } from 'react'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import styles from './siting-panel.module.css'

/** What of a result nobody has said, and so was assumed. */
export const Assumptions = memo(function Assumptions({
  of,
}: {
  readonly of: readonly { readonly sv: string; readonly en: string }[]
}) {
  const t = useText()
  if (of.length === 0) return null
  return (
    <details className={styles.assumptions}>
      <summary>
        {t(words.assumptions)} ({of.length})
      </summary>
      <ul>
        {of.map((text) => (
          <li key={text.en}>{t(text)}</li>
        ))}
      </ul>
    </details>
  )
})
