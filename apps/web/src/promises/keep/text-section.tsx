import type { Agreement, Commitment } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { promises } from '../../messages/promises.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { textFields } from './fields.ts'
import { PromiseDialog } from './promise-dialog.tsx'

interface TextSectionProps {
  readonly promise: Commitment
  readonly agreements: readonly Agreement[]
  readonly writes: boolean
}

/** What is promised, and why. */
export function TextSection({ promise, agreements, writes }: TextSectionProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.section} aria-label={t(words.text)}>
      <header>
        <h3>{t(words.text)}</h3>
        {writes && (
          <Button size="s" icon={<Icon name="edit" size={16} />} onClick={() => setOpen(true)}>
            {t(words.editText)}
          </Button>
        )}
      </header>
      <p className={styles.text}>{promise.text}</p>
      {promise.why && (
        <>
          <h4>{t(promises.why)}</h4>
          <p className={styles.text}>{promise.why}</p>
        </>
      )}
      {open && (
        <PromiseDialog
          wide
          title={t(words.editText)}
          promise={promise}
          fields={textFields(agreements)}
          onClose={() => setOpen(false)}
        >
          {promise.state === 'published' && <Note>{t(words.versionKept)}</Note>}
        </PromiseDialog>
      )}
    </section>
  )
}
