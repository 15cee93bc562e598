import { useMutation, useQueryClient } from '@tanstack/react-query'
import { analysisMethods } from '@trygghetskartan/analysis'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { hotspotKeep as words } from '../messages/hotspot-keep.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { analysesApi } from './analyses-api.ts'
import styles from './hotspots.module.css'
import type { PackedIncidents } from './use-incidents.ts'
import type { WholeAnswer } from './whole-answer.ts'

interface SaveAnalysisProps {
  /** What it is called until it is given another name. */
  readonly title: string
  readonly incidents: PackedIncidents
  readonly whole: () => Promise<WholeAnswer>
  readonly onDone: () => void
}

/** Saves an answer with all it follows from, so that every figure can be made again. */
export function SaveAnalysis({ title: first, incidents, whole, onDone }: SaveAnalysisProps) {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [title, setTitle] = useState(first)
  const [shared, setShared] = useState(false)
  const [missing, setMissing] = useState(false)
  const save = useMutation({
    mutationFn: async () => {
      const { asked, result, streets } = await whole()
      return analysesApi.save({
        title: title.trim(),
        shared,
        methods: analysisMethods,
        question: asked,
        incidents: incidents.tag,
        ...(streets && { streets }),
        result,
      })
    },
    onSuccess: () => {
      announce(t(words.saved), { show: true })
      void queries.invalidateQueries({ queryKey: ['analyses'] })
      onDone()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(title.trim() === '')
        if (title.trim() !== '') save.mutate()
      }}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Field label={t(words.name)} required error={missing ? t(words.nameMissing) : undefined}>
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
      <div className={styles.row}>
        <Button type="submit" size="s" kind="primary" busy={save.isPending}>
          {t(common.save)}
        </Button>
        <Button size="s" onClick={onDone}>
          {t(common.cancel)}
        </Button>
      </div>
    </form>
  )
}
