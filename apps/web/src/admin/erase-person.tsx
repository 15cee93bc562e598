import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AccountInfo } from '@trygghetskartan/api/contract-admin'
import { useState } from 'react'
import { admin as words } from '../messages/admin.ts'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { adminApi } from './admin-api.ts'
import { refreshAccounts } from './use-people.ts'

/** Erasing cannot be undone: the name is typed before it is done. */
export function ErasePerson({
  account,
  onClose,
}: {
  readonly account: AccountInfo
  readonly onClose: () => void
}) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)
  const erase = useMutation({
    mutationFn: () => adminApi.erase(account.id),
    onSuccess: async () => {
      announce(t(words.erased), { show: true })
      await refreshAccounts(queries)
      onClose()
    },
  })
  const same = typed.trim().toLowerCase() === account.name.toLowerCase()
  return (
    <Dialog
      title={t(words.eraseTitle(account.name))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button type="submit" form="erase-person" kind="danger" busy={erase.isPending}>
            {t(words.eraseNow)}
          </Button>
        </>
      }
    >
      <form
        id="erase-person"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissed(!same)
          if (same) erase.mutate()
        }}
      >
        <p>{t(words.eraseWhat)}</p>
        <br />
        {erase.error && <ErrorNote error={erase.error} />}
        <Field
          label={t(words.typeName(account.name))}
          error={missed && !same ? t(words.nameDiffers) : undefined}
        >
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
