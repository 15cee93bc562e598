import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnalysisInfo } from '@trygghetskartan/api/contract-analyses'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { hotspotKeep as words } from '../messages/hotspot-keep.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { analysesApi } from './analyses-api.ts'
import styles from './hotspots.module.css'

/** Another name for a saved analysis, and who sees it. */
export function RenameAnalysis({
  analysis,
  onClose,
}: {
  readonly analysis: AnalysisInfo
  readonly onClose: () => void
}) {
  const t = useText()
  const queries = useQueryClient()
  const [title, setTitle] = useState(analysis.title)
  const [shared, setShared] = useState(analysis.shared)
  const save = useMutation({
    mutationFn: () => analysesApi.change(analysis.id, { title: title.trim(), shared }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['analyses'] })
      onClose()
    },
  })
  return (
    <Dialog
      title={t(words.rename(analysis.title))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button
            kind="primary"
            busy={save.isPending}
            aria-disabled={title.trim() === ''}
            onClick={() => title.trim() !== '' && save.mutate()}
          >
            {t(common.save)}
          </Button>
        </>
      }
    >
      {save.error && <ErrorNote error={save.error} />}
      <Field label={t(words.name)} required>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="off"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.choices}>
        <label>
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t(words.shared)}
        </label>
      </div>
    </Dialog>
  )
}
