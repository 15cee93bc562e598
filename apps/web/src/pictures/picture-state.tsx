import { useMutation } from '@tanstack/react-query'
import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import page from './picture-page.module.css'
import styles from './picture-state.module.css'
import { picturesApi } from './pictures-api.ts'
import { SignForm } from './sign-form.tsx'
import { Signatures } from './signatures.tsx'

interface PictureStateProps {
  readonly picture: Picture
  readonly onChanged: () => Promise<void>
}

/** How far the week has come, and the next step: compile, freeze, open, sign. */
export function PictureState({ picture, onChanged }: PictureStateProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const { me } = useSession()
  const { week, state, revision, compiledAt, frozen, signatures } = picture
  const police = me.audience === 'police'
  const step = (run: () => Promise<Picture>, told: (typeof words)['frozenNow']) => ({
    mutationFn: run,
    onSuccess: () => announce(t(told), { show: true }),
    onSettled: onChanged,
  })
  const compile = useMutation(step(() => picturesApi.compile(week), words.compiledNow))
  const freeze = useMutation(step(() => picturesApi.freeze(week, revision), words.frozenNow))
  const open = useMutation(step(() => picturesApi.open(week, revision), words.openedNow))
  const error = compile.error ?? freeze.error ?? open.error
  const mySide = police ? 'police' : 'municipality'
  const maySign =
    (police ? state === 'frozen' : state === 'signed') && !signatures.some(({ side }) => side === mySide)
  return (
    <section className={styles.state} aria-label={t(words.signatures)}>
      <p className={styles.stateName} data-state={state}>
        <Icon name={state === 'signed' ? 'check' : state === 'frozen' ? 'pause' : 'edit'} size={16} />
        {t(words[state])}
      </p>
      {compiledAt && <p className={page.soft}>{t(words.compiledAt(format.dateTime(compiledAt)))}</p>}
      {compiledAt && compiledAt.slice(0, 10) <= picture.to && <p className={page.soft}>{t(words.notOver)}</p>}
      {frozen && state === 'frozen' && (
        <p className={page.soft}>
          {t(
            frozen.by
              ? words.frozenBy(frozen.by, format.dateTime(frozen.at))
              : words.frozenAt(format.dateTime(frozen.at)),
          )}
        </p>
      )}
      {error && <ErrorNote error={error} />}
      {police && state === 'draft' && (
        <>
          <Button
            icon={<Icon name="redo" size={16} />}
            busy={compile.isPending}
            onClick={() => compile.mutate()}
          >
            {t(words.compileAgain)}
          </Button>
          <Button
            kind="primary"
            icon={<Icon name="pause" size={16} />}
            busy={freeze.isPending}
            onClick={() => freeze.mutate()}
          >
            {t(words.freeze)}
          </Button>
          <p className={page.soft}>{t(words.freezeHelp)}</p>
        </>
      )}
      {maySign &&
        (me.decides ? (
          <SignForm picture={picture} onSigned={onChanged} />
        ) : (
          <p className={page.soft}>{t(words.signOnly)}</p>
        ))}
      {police && state === 'frozen' && (
        <Button icon={<Icon name="edit" size={16} />} busy={open.isPending} onClick={() => open.mutate()}>
          {t(words.openAgain)}
        </Button>
      )}
      {state === 'signed' && <Signatures picture={picture} />}
    </section>
  )
}
