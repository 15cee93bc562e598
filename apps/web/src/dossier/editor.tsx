import { useMutation } from '@tanstack/react-query'
import type { Dossier, DossierAnswer } from '@trygghetskartan/api/contract-decisions'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { dossier as words } from '../messages/dossier.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { dossierApi } from './dossier-api.ts'
import styles from './dossier-page.module.css'
import { Figures } from './figures.tsx'
import { SectionFields } from './section-fields.tsx'
import { sensitiveIn } from './sections.ts'
import { SignForm } from './sign-form.tsx'
import { useDraft } from './use-draft.ts'
import { Versions } from './versions.tsx'

interface EditorProps {
  readonly answer: DossierAnswer
  readonly current: Dossier
  /** Whether the caller may write it at all. */
  readonly editable: boolean
  readonly onChanged: () => Promise<void>
}

/** The present version: texts to the left; figures, what is missing, signing and versions to the right. */
export function Editor({ answer, current, editable, onChanged }: EditorProps) {
  const t = useText()
  const announce = useAnnounce()
  const { me } = useSession()
  const open = current.state === 'draft' && editable
  const draft = useDraft(current, onChanged)
  const [found, setFound] = useState<readonly string[]>([])
  const compose = useMutation({ mutationFn: () => dossierApi.compose(current.camera), onSuccess: onChanged })
  const missing = Object.fromEntries(answer.missing.map(({ section, text }) => [section, t(text)]))

  const save = async (heeded: boolean) => {
    const finds = heeded ? [] : sensitiveIn(draft.base.sections, draft.sections)
    setFound(finds)
    if (finds.length > 0) return
    if (await draft.save()) announce(t(words.saved), { show: true })
  }
  return (
    <div className={styles.columns}>
      <form
        className={styles.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        {draft.conflict && (
          <Note
            tone="warning"
            title={t(words.conflict)}
            actions={
              <>
                <Button size="s" onClick={() => draft.settle('mine')}>
                  {t(words.keepMine)}
                </Button>
                <Button size="s" onClick={() => draft.settle('theirs')}>
                  {t(words.takeTheirs)}
                </Button>
              </>
            }
          >
            <p>{t(words.conflictHelp)}</p>
          </Note>
        )}
        {draft.error !== null && <ErrorNote error={draft.error} />}
        <SectionFields
          sections={open ? draft.sections : current.sections}
          missing={missing}
          onChange={open ? draft.write : null}
        />
        {open && (draft.dirty || draft.saving) && (
          <div className={styles.bar}>
            <Button type="submit" kind="primary" busy={draft.saving}>
              {t(common.save)}
            </Button>
            <span>{t(words.unsaved)}</span>
            {found.length > 0 && (
              <Note
                tone="warning"
                actions={
                  <Button size="s" onClick={() => void save(true)}>
                    {t(words.saveAnyway)}
                  </Button>
                }
              >
                <p>{t(words.sensitive(found.join(', ')))}</p>
              </Note>
            )}
          </div>
        )}
      </form>
      <aside className={styles.aside}>
        {open && (
          <section className={styles.card}>
            <h3>{t(answer.missing.length === 0 ? words.ready : words.missing)}</h3>
            {answer.missing.length > 0 && (
              <ul className={styles.missing}>
                {answer.missing.map(({ section, text }) => (
                  <li key={`${section} ${text.en}`}>{t(text)}</li>
                ))}
              </ul>
            )}
            {answer.missing.length === 0 && draft.dirty && (
              <p className={styles.soft}>{t(words.saveFirst)}</p>
            )}
            {answer.missing.length === 0 && !draft.dirty && !me.decides && (
              <p className={styles.soft}>{t(words.signOnly)}</p>
            )}
            {answer.missing.length === 0 && !draft.dirty && me.decides && (
              <SignForm dossier={current} onSigned={onChanged} />
            )}
          </section>
        )}
        <section className={styles.card}>
          <Figures dossier={current} />
          {editable && (
            <>
              <Button
                icon={<Icon name={open ? 'redo' : 'plus'} size={16} />}
                busy={compose.isPending}
                disabled={draft.dirty}
                onClick={() => compose.mutate()}
              >
                {t(open ? words.renew : words.newVersion)}
              </Button>
              {open && <p className={styles.soft}>{t(draft.dirty ? words.saveFirst : words.renewHelp)}</p>}
              {compose.error && <ErrorNote error={compose.error} />}
            </>
          )}
        </section>
        <Versions camera={current.camera} versions={answer.versions} />
      </aside>
    </div>
  )
}
