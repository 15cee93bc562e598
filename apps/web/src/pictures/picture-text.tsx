import type { PictureSection } from '@trygghetskartan/api/contract-pictures'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { sectionTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { type BoundTextarea, bindTextarea } from './bound-textarea.ts'
import type { LivePicture } from './live-picture.ts'
import styles from './picture-text.module.css'

interface PictureTextProps {
  readonly section: PictureSection
  readonly live: LivePicture
}

/** The text of a section of a draft: everybody who has it open writes in the same one. */
export function PictureText({ section, live }: PictureTextProps) {
  const t = useText()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const bound = useRef<BoundTextarea>(null)
  const [finds, setFinds] = useState<readonly string[]>([])
  const { present } = useSyncExternalStore(live.subscribe, live.now)
  const { kind } = section
  const names = [...new Set(present.filter((one) => one.section === kind).map(({ name }) => name))]
  useEffect(() => {
    const text = live.text(kind)
    const look = () => setFinds(findSensitive(text.toString()).map((find) => find.text))
    bound.current = bindTextarea(text, area.current!)
    text.observe(look)
    look()
    return () => {
      text.unobserve(look)
      bound.current?.destroy()
    }
  }, [live, kind])
  return (
    <div className={styles.text}>
      <div className={styles.bar}>
        <span className={styles.present} aria-live="polite">
          {names.length > 0 && (
            <>
              <Icon name="edit" size={14} /> {t(words.writesHere(names.join(', ')))}
            </>
          )}
        </span>
        <IconButton
          label={t({ sv: 'Ångra det du skrev', en: 'Undo what you wrote' })}
          icon={<Icon name="undo" size={15} />}
          onClick={() => bound.current?.undo()}
        />
        <IconButton
          label={t({ sv: 'Gör om', en: 'Redo' })}
          icon={<Icon name="redo" size={15} />}
          onClick={() => bound.current?.redo()}
        />
      </div>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={t(sectionTitles[kind])}
        aria-describedby={finds.length > 0 ? id : undefined}
        placeholder={t(words.writeHere)}
        maxLength={20_000}
        spellCheck
        onFocus={() => live.be(kind)}
        onBlur={() => live.be(null)}
      />
      {finds.length > 0 && (
        <p id={id} className={styles.sensitive} role="status">
          <Icon name="warning" size={15} /> {t(words.sensitive(finds.join(', ')))}
        </p>
      )}
    </div>
  )
}

/** The text of a section that is not written any more. */
export function FinishedText({ text }: { readonly text: string }) {
  const t = useText()
  return text.trim() ? (
    <p className={styles.finished}>{text}</p>
  ) : (
    <p className={styles.nothing}>{t(words.nothingWritten)}</p>
  )
}
