import { useState } from 'react'
import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import styles from '../patrol/patrol.module.css'
import type { TaskProps } from '../tasks/tasks.ts'
import { Panel } from '../ui/panel.tsx'
import { CoverPart } from './cover-part.tsx'
import { PermitsPart } from './permits-part.tsx'
import { usePresenceLayers } from './use-presence-layers.ts'

const parts = ['permits', 'cover'] as const

/** `task=guards`: guards' permits with days left, and field workers held against where young people gather. */
export function GuardsPanel({ onClose }: TaskProps) {
  const t = useText()
  const [shown, setShown] = useState<(typeof parts)[number]>('permits')
  const { guards, field } = usePresenceLayers()
  return (
    <Panel title={t(words.title)} onClose={onClose}>
      <div className={styles.body}>
        <fieldset className={styles.parts}>
          <legend className="sr-only">{t(words.parts)}</legend>
          {parts.map((id) => (
            <button key={id} type="button" aria-pressed={shown === id} onClick={() => setShown(id)}>
              {t(words[id])}
            </button>
          ))}
        </fieldset>
        {shown === 'permits' && guards && <PermitsPart layer={guards} />}
        {shown === 'cover' && field && <CoverPart layer={field} />}
      </div>
    </Panel>
  )
}
