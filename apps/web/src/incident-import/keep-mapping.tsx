import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IncidentMapping } from '@trygghetskartan/api/contract-incidents'
import { useState } from 'react'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { incidentImportApi } from './incident-import-api.ts'
import styles from './incident-import-page.module.css'

/** Keeps the mapping under a name, for the next file of its kind. */
export function KeepMapping({ mapping }: { readonly mapping: IncidentMapping }) {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const keep = useMutation({
    mutationFn: () => incidentImportApi.keep(name.trim(), mapping),
    onSuccess(all) {
      queries.setQueryData(['incident-mappings'], all)
      announce(t(words.kept(name.trim())), { show: true })
    },
  })
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') keep.mutate()
      }}
    >
      <Field label={t(words.saveAs)} help={t(words.saveHelp)}>
        {(control) => (
          <>
            <input
              {...control}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button type="submit" busy={keep.isPending}>
              {t(words.keep)}
            </Button>
          </>
        )}
      </Field>
      {keep.error && <ErrorNote error={keep.error} />}
    </form>
  )
}
