import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useSyncExternalStore } from 'react'
import { sectionTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { Attendance } from './attendance.tsx'
import { Decisions } from './decisions.tsx'
import type { LivePicture, LiveState } from './live-picture.ts'
import styles from './picture-page.module.css'
import { PictureState } from './picture-state.tsx'
import { FinishedText, PictureText } from './picture-text.tsx'
import { mapOf } from './pictures-api.ts'
import { hasFigures, SectionBlock } from './section-block.tsx'
import { Tasks } from './tasks.tsx'
import { weekName } from './week-name.ts'

interface PictureViewProps {
  readonly picture: Picture
  readonly live: LivePicture | null
  readonly onChanged: () => Promise<void>
}

/** The document: state and contents beside it, the sections one after the other. */
export function PictureView({ picture, live, onChanged }: PictureViewProps) {
  const t = useText()
  const { week, version, state, revision, hasMap, sections } = picture
  const open = state === 'draft'
  const lacksFigures = version === 'shared' && sections.every(({ data }) => data === null)
  return (
    <div className={styles.columns}>
      <aside className={styles.aside}>
        <PictureState picture={picture} onChanged={onChanged} />
        <nav className={styles.contents} aria-label={t(words.contents)}>
          <ol>
            {sections.map(({ kind }) => (
              <li key={kind}>
                <a href={`#${kind}`}>{t(sectionTitles[kind])}</a>
              </li>
            ))}
            <li>
              <a href="#attendance">{t(words.attendance)}</a>
            </li>
            <li>
              <a href="#decisions">{t(words.decisions)}</a>
            </li>
            <li>
              <a href="#tasks">{t(words.tasks)}</a>
            </li>
          </ol>
        </nav>
      </aside>
      <article className={styles.document}>
        {live && open && <Saved live={live} />}
        {lacksFigures && <Note>{t(words.waitsForSignature)}</Note>}
        {hasMap && (
          <img
            className={styles.map}
            src={mapOf(week, version, revision)}
            alt={t(words.map(t(weekName(week))))}
            width={1800}
            height={1200}
          />
        )}
        {sections.map((section) => (
          <section key={section.kind} id={section.kind} className={styles.section}>
            <h3>
              {t(sectionTitles[section.kind])}
              {version === 'internal' && (
                <span className={styles.tag} data-internal={section.internal || undefined}>
                  {t(section.internal ? words.onlyPolice : words.isShared)}
                </span>
              )}
            </h3>
            {hasFigures(section.kind) && <SectionBlock section={section} />}
            {open && live ? (
              <PictureText section={section} live={live} />
            ) : (
              <FinishedText text={section.text} />
            )}
          </section>
        ))}
        <Attendance picture={picture} open={open} />
        <Decisions picture={picture} open={open} />
        <Tasks picture={picture} open={open} />
      </article>
    </div>
  )
}

const told = {
  offline: words.offline,
  held: words.heldBack,
  refused: words.refusedEdit,
} as const

/** Whether what is written here has arrived. */
function Saved({ live }: { readonly live: LivePicture }) {
  const t = useText()
  const state: LiveState['state'] = useSyncExternalStore(live.subscribe, () => live.now().state)
  if (state === 'offline' || state === 'held' || state === 'refused')
    return (
      <div className={styles.contact}>
        <Note tone="warning">{t(told[state])}</Note>
      </div>
    )
  return (
    <p className={styles.saved} role="status">
      <Icon name={state === 'saved' ? 'check' : 'clock'} size={14} />
      {t(state === 'saved' ? words.saved : words.saving)}
    </p>
  )
}
