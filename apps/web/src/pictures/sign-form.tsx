import { useMutation } from '@tanstack/react-query'
import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useState } from 'react'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import page from './picture-page.module.css'
import styles from './picture-state.module.css'
import { picturesApi } from './pictures-api.ts'

interface SignFormProps {
  readonly picture: Picture
  readonly onSigned: () => Promise<void>
}

/** Signs exactly the picture that is shown. */
export function SignForm({ picture, onSigned }: SignFormProps) {
  const t = useText()
  const announce = useAnnounce()
  const { me } = useSession()
  const police = me.audience === 'police'
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const sign = useMutation({
    mutationFn: () => picturesApi.sign(picture.week, picture.revision, title.trim()),
    onSuccess: () => announce(t(words.signedNow), { show: true }),
    onSettled: onSigned,
  })
  return (
    <form
      className={styles.sign}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(!title.trim())
        if (title.trim()) sign.mutate()
      }}
    >
      <p className={page.soft}>{t(police ? words.signHelp : words.signHelpShared)}</p>
      {sign.error && <ErrorNote error={sign.error} />}
      <Field
        label={t(words.signAs)}
        help={t(police ? words.signAsHelp : words.signAsHelpShared)}
        required
        error={missing && !title.trim() ? t(words.signAsMissing) : undefined}
      >
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="organization-title"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="primary" icon={<Icon name="check" size={16} />} busy={sign.isPending}>
        {t(words.sign)}
      </Button>
    </form>
  )
}
