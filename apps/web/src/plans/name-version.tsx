import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './plan-panel.module.css'
import { plansApi } from './plans-api.ts'
import { planKey } from './use-plans.ts'

/** Gives the plan as it is now a name to come back to. */
export function NameVersion({ plan }: { readonly plan: string }) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: () => plansApi.nameVersion(plan, name.trim()),
    onSuccess: () => {
      setOpen(false)
      setName('')
      setTried(false)
      announce(t(words.versionNamed), { show: true })
      return queries.invalidateQueries({ queryKey: planKey(plan) })
    },
  })
  if (!open)
    return (
      <div className={styles.buttons}>
        <Button size="s" icon={<Icon name="history" size={16} />} onClick={() => setOpen(true)}>
          {t(words.nameNow)}
        </Button>
      </div>
    )
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (name.trim()) save.mutate()
      }}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Field
        label={t(words.versionName)}
        help={t(words.nameNowHelp)}
        error={tried && !name.trim() ? t(words.versionNameMissing) : undefined}
      >
        {(control) => (
          <input
            {...control}
            // biome-ignore lint/a11y/noAutofocus: it opens where its button was pressed
            autoFocus
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="s" kind="primary" busy={save.isPending}>
          {t(common.save)}
        </Button>
        <Button size="s" onClick={() => setOpen(false)}>
          {t(common.cancel)}
        </Button>
      </div>
    </form>
  )
}
