import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnalysisInfo } from '@trygghetskartan/api/contract-analyses'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { hotspotKeep as words } from '../messages/hotspot-keep.ts'
import { useText } from '../messages/text.ts'
import { Fold } from '../proposal/fold.tsx'
import { useAnnounce } from '../ui/announce.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { analysesApi } from './analyses-api.ts'
import { writeHotspotView } from './hotspot-view.ts'
import styles from './hotspots.module.css'
import { RenameAnalysis } from './rename-analysis.tsx'
import { viewOf } from './view-of.ts'

/** What the police have saved: opened on the map as it was asked, renamed, taken along whole, or deleted. */
export function SavedAnalyses() {
  const t = useText()
  return (
    <Fold title={t(words.list)}>
      <List />
    </Fold>
  )
}

function List() {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [, update] = useUrlState()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['analyses'],
    queryFn: ({ signal }) => analysesApi.list(signal),
  })
  const [renaming, setRenaming] = useState<AnalysisInfo | null>(null)
  const [removing, setRemoving] = useState<AnalysisInfo | null>(null)
  const [cannot, setCannot] = useState(false)
  const open = useMutation({
    mutationFn: (id: string) => analysesApi.get(id),
    onSuccess: ({ question, title }) => {
      const view = viewOf(question)
      setCannot(!view)
      if (!view) return
      const { hotspots, from, to } = view
      update({ hotspots: writeHotspotView(hotspots), from, to, task: undefined })
      announce(t(words.opened(title)), { show: true })
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => analysesApi.remove(id),
    onSuccess: () => announce(t(words.removed), { show: true }),
    onSettled: () => {
      setRemoving(null)
      return queries.invalidateQueries({ queryKey: ['analyses'] })
    },
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton lines={3} />
  if (data.length === 0)
    return (
      <Empty title={t(words.none)}>
        <p>{t(words.noneHelp)}</p>
      </Empty>
    )
  const problem = open.error ?? remove.error
  return (
    <>
      {problem && <ErrorNote error={problem} />}
      {cannot && <Note tone="warning">{t(words.cannotOpen)}</Note>}
      <ul className={styles.saved}>
        {data.map((analysis) => (
          <Saved
            key={analysis.id}
            analysis={analysis}
            onOpen={() => open.mutate(analysis.id)}
            onRename={() => setRenaming(analysis)}
            onRemove={() => setRemoving(analysis)}
          />
        ))}
      </ul>
      {renaming && <RenameAnalysis analysis={renaming} onClose={() => setRenaming(null)} />}
      {removing && (
        <Dialog
          title={t(words.removeSure(removing.title))}
          onClose={() => setRemoving(null)}
          footer={
            <>
              <Button onClick={() => setRemoving(null)}>{t(common.cancel)}</Button>
              <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(removing.id)}>
                {t(common.remove)}
              </Button>
            </>
          }
        >
          <p>{t(words.removeHelp)}</p>
        </Dialog>
      )}
    </>
  )
}

interface SavedProps {
  readonly analysis: AnalysisInfo
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

function Saved({ analysis, onOpen, onRename, onRemove }: SavedProps) {
  const t = useText()
  const format = useFormat()
  const { id, title, by, at, n, shared, mine } = analysis
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <strong>{title}</strong>
        <small>
          {[
            t(words.by(by, format.dateTime(at))),
            n !== null && t(words.incidents(format.number(n))),
            shared && t(words.sharedMark),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </button>
      <a
        href={analysesApi.wholePath(id)}
        download
        aria-label={t(words.whole(title))}
        title={t(words.whole(title))}
      >
        <Icon name="download" />
      </a>
      {mine && (
        <>
          <IconButton label={t(words.rename(title))} icon={<Icon name="edit" />} onClick={onRename} />
          <IconButton label={t(words.remove(title))} icon={<Icon name="bin" />} onClick={onRemove} />
        </>
      )}
    </li>
  )
}
