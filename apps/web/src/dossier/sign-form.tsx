import { useMutation } from '@tanstack/react-query'
import type { Dossier } from '@trygghetskartan/api/contract-decisions'
import { useState } from 'react'
import { dossier as words } from '../messages/dossier.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { dossierApi } from './dossier-api.ts'
import styles from './dossier-page.module.css'

interface SignFormProps {
  readonly dossier: Dossier
  readonly onSigned: () => Promise<void>
}

/** Signs the version as it is saved. */
export function SignForm({ dossier, onSigned }: SignFormProps) {
  const t = useText()
  const announce = useAnnounce()
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const sign = useMutation({
    mutationFn: () => dossierApi.sign(dossier.camera, dossier.revision, title.trim()),
    onSuccess: async () => {
      announce(t(words.signedNow), { show: true })
      await onSigned()
    },
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
      <p>{t(words.signWords)}</p>
      {sign.error && <ErrorNote error={sign.error} />}
      <Field
        label={t(words.signAs)}
        help={t(words.signAsHelp)}
        required
        error={missing && !title.trim() ? t(words.signAsMissing) : undefined}
      >
        {(control) => (
          <input
            {...control}
            maxLength={120}
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
