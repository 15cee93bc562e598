import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { TopBar } from '../frame/top-bar.tsx'
import { frame } from '../messages/frame.ts'
import { reporter as words } from '../messages/reporter.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { isPending } from '../outbox/queue.ts'
import { discard, post, takeBack, takeBackElsewhere, useOutbox } from '../outbox/use-outbox.ts'
import { useAnnounce } from '../ui/announce.tsx'
import type { Search } from '../url-state.ts'
import { type Content, contentOf, type Draft, draftOf, newDraft } from './draft.ts'
import { type OwnEntry, ownEntries, weekStartOf } from './entries.ts'
import styles from './field.module.css'
import type { ReporterFacts } from './kept-facts.ts'
import { KindTiles } from './kind-tiles.tsx'
import { LogForm } from './log-form.tsx'
import { OwnEntries } from './own-entries.tsx'
import { SentBar } from './sent-bar.tsx'
import { Standing } from './standing.tsx'
import { useDraft } from './use-draft.ts'
import { useOnline } from './use-online.ts'
import { useWarmPosition } from './use-position.ts'
import { useOwnWeek } from './use-reporter.ts'
import { ViewLinks } from './view-links.tsx'

interface FieldProps {
  readonly facts: ReporterFacts
  readonly signedOut: boolean
  /** The server has said that somebody has to sign in. */
  readonly onSignedOut: () => void
}

/** The reporter's whole screen: what, then where and when, and one's own entries; side by side where there is room. */
export function Field({ facts, signedOut, onSignedOut }: FieldProps) {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const online = useOnline()
  const { vad, visa }: { vad?: string; visa?: string } = useSearch({ strict: false })
  const account = facts.me.account!.id
  const outbox = useOutbox()
  const [draft, change] = useDraft()
  const [last, setLast] = useState<string | null>(null)
  useWarmPosition()

  const kind = facts.kinds.find((one) => one.kind === vad)
  const shown = kind && (draft?.kind === kind.kind ? draft : newDraft(kind.kind, draft))
  const contact = online ? outbox.contact : 'offline'
  const week = useOwnWeek(account, !signedOut)

  const go = useCallback(
    (search: { vad?: string; visa?: string }, replace = false) =>
      void navigate({
        to: '/lagg-in',
        search: ({ vad: _kind, visa: _view, ...rest }: Search & { vad?: string; visa?: string }) => ({
          ...rest,
          ...search,
        }),
        replace,
      }),
    [navigate],
  )
  const onDraft = useCallback(
    (next: Partial<Draft>) =>
      change((before): Draft => {
        const shown = before && before.kind === vad ? before : newDraft(vad ?? '', before)
        return { ...shown, ...next }
      }),
    [change, vad],
  )

  useEffect(() => {
    if (outbox.contact === 'signed-out') onSignedOut()
  }, [outbox.contact, onSignedOut])
  // What has arrived, or gone, is the server's to tell.
  const settled = outbox.entries.filter((entry) => !isPending(entry)).length * 1e6 + outbox.entries.length
  useEffect(() => {
    if (settled > 0) void queries.invalidateQueries({ queryKey: ['observations-mine'] })
  }, [settled, queries])

  const own = useMemo(
    () => ownEntries(outbox.entries, account, week.data?.observations ?? [], weekStartOf(new Date())),
    [outbox.entries, account, week.data],
  )
  const pending = outbox.entries.filter((entry) => entry.kind === 'observation' && isPending(entry))
  const waiting = pending.filter((entry) => entry.account === account).length
  const failed = own.filter(({ state }) => state === 'failed').length
  const lastEntry = outbox.entries.find(({ id }) => id === last)
  const titleOf = (name: string) => {
    const title = facts.kinds.find((one) => one.kind === name)?.title
    return title ? t(title) : name
  }

  const send = async () => {
    const content = contentOf(shown!, facts.kinds, Date.now())
    const entry = await post<Content>({ kind: 'observation', account, language, content })
    if (shown?.replaces) await discard(shown.replaces)
    navigator.vibrate?.(30)
    setLast(entry.id)
    change(() => null)
    go({}, true)
  }
  const withdraw = (id: string) => {
    const here = outbox.entries.some((entry) => entry.id === id)
    const gone = here ? takeBack(id) : takeBackElsewhere({ id, kind: 'observation', account, language })
    void gone.then(() => announce(t(words.undone), { show: true }))
    if (id === last) setLast(null)
  }
  return (
    <div
      className={styles.frame}
      data-form={shown ? true : undefined}
      data-view={visa === 'mina' ? 'own' : 'log'}
    >
      <a className="skip" href="#content">
        {t(frame.skipToPanel)}
      </a>
      <TopBar />
      <Standing
        contact={contact}
        signedOut={signedOut}
        broken={outbox.broken}
        waiting={waiting}
        others={pending.filter((entry) => entry.account !== null && entry.account !== account).length}
      />
      <main id="content" tabIndex={-1} className={styles.main}>
        <div className={styles.log}>
          {lastEntry && !shown && (
            <SentBar
              what={titleOf((lastEntry.content as Content).kind)}
              entry={lastEntry}
              onUndo={() => withdraw(lastEntry.id)}
              onClose={() => setLast(null)}
            />
          )}
          {kind && shown ? (
            <LogForm
              key={kind.kind}
              facts={facts}
              kind={kind}
              draft={shown}
              onDraft={onDraft}
              onBack={() => go({})}
              onSend={send}
              reachable={contact === 'open' && !signedOut}
            />
          ) : (
            <KindTiles kinds={facts.kinds} onPick={(next) => go({ vad: next })} />
          )}
        </div>
        <aside className={styles.own}>
          <OwnEntries
            kinds={facts.kinds}
            entries={outbox.read || outbox.broken ? own : null}
            partial={!week.data}
            onTakeBack={({ id }: OwnEntry) => withdraw(id)}
            onCorrect={(content, id) => {
              change(() => draftOf(content, id))
              go({ vad: content.kind })
            }}
            onDiscard={(id) => void discard(id)}
          />
        </aside>
      </main>
      <ViewLinks
        shown={visa === 'mina' ? 'own' : 'log'}
        waiting={waiting + failed}
        onShow={(view) => go(view === 'own' ? { visa: 'mina' } : {})}
      />
    </div>
  )
}
