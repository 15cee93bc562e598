import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { dialogues as words } from '../messages/dialogues.ts'
import { useText } from '../messages/text.ts'
import { sendPhoto } from '../notes/send-photo.ts'
import type { Entry } from '../outbox/entry.ts'
import { isPending } from '../outbox/queue.ts'
import { outboxStore } from '../outbox/runner.ts'
import { discard, useOutbox } from '../outbox/use-outbox.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/note.tsx'
import type { RemarkContent } from './remark-content.ts'

interface RemarksWaitingProps {
  readonly walk: string
  readonly layer: string
}

type RemarkEntry = Entry<RemarkContent>

/** Photos on their way, by entry: each is sent by one. */
const onTheWay = new Set<string>()

/** Remarks of a walk that this device has and the server has not. Once they arrive they are in the list, and their photos follow. */
export function RemarksWaiting({ walk, layer }: RemarksWaitingProps) {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { entries } = useOutbox()
  const mine = entries.filter((entry): entry is RemarkEntry => entry.kind === 'remark')
  const ofWalk = mine.filter(({ content }) => content.walk === walk)
  const waiting = ofWalk.filter(isPending).length
  const arrived = ofWalk.filter(({ state }) => state === 'sent')
  useEffect(() => {
    if (arrived.length > 0) void queries.invalidateQueries({ queryKey: ['items', layer] })
  }, [arrived.length, queries, layer])
  useEffect(() => {
    for (const { id, state, content } of mine) {
      if (state !== 'sent' || !content.photo || onTheWay.has(id)) continue
      onTheWay.add(id)
      sendPhoto(id, { file: content.photo, caption: '', onProgress: () => undefined })
        .catch(() => announce(t(words.photoFailed), { show: true }))
        .then(() => outboxStore.change(id, withoutPhoto))
        .finally(() => onTheWay.delete(id))
    }
  }, [mine, announce, t])
  return (
    <>
      {waiting > 0 && (
        <Note title={t(words.remarksWaiting(waiting))}>
          <p>{t(words.remarksWaitingHelp)}</p>
        </Note>
      )}
      {ofWalk
        .filter(({ state }) => state === 'failed')
        .map(({ id, trouble, content }) => (
          <Note key={id} tone="danger" title={t(words.remarkRefused)}>
            <p>{[trouble?.detail ?? trouble?.title, content.words].filter(Boolean).join(' ')}</p>
            <Button size="s" onClick={() => void discard(id)}>
              {t(words.discardRemark)}
            </Button>
          </Note>
        ))}
    </>
  )
}

function withoutPhoto(entry: Entry | null): Entry | null {
  if (!entry) return null
  const { photo: _, ...content } = entry.content as RemarkContent
  return { ...entry, content }
}
