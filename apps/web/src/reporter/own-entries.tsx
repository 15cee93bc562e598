import type { ObservationKind } from '@trygghetskartan/api/contract-observations'
import { useFormat } from '../messages/format.ts'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Empty, Skeleton } from '../ui/note.tsx'
import type { Content } from './draft.ts'
import { canTakeBack, type OwnEntry } from './entries.ts'
import { KindIcon } from './kind-icon.tsx'
import styles from './own-entries.module.css'

interface OwnEntriesProps {
  readonly kinds: readonly ObservationKind[]
  /** null: not read yet. */
  readonly entries: readonly OwnEntry[] | null
  /** What the server has could not be fetched. */
  readonly partial: boolean
  readonly onTakeBack: (entry: OwnEntry) => void
  readonly onCorrect: (content: Content, id: string) => void
  readonly onDiscard: (id: string) => void
}

const icons: Readonly<Record<OwnEntry['state'], IconName>> = {
  waiting: 'clock',
  sent: 'check',
  failed: 'warning',
  withdrawing: 'undo',
  withdrawn: 'undo',
}
const titles = {
  waiting: words.stateWaiting,
  sent: words.stateSent,
  failed: words.stateFailed,
  withdrawing: words.stateWithdrawing,
  withdrawn: words.stateWithdrawn,
}

/** One's own entries of this week and how each stands. */
export function OwnEntries(props: OwnEntriesProps) {
  const { entries, partial } = props
  const t = useText()
  return (
    <section className={styles.own} aria-labelledby="own-entries">
      <header>
        <h2 id="own-entries">{t(words.mine)}</h2>
        <p>{t(words.week)}</p>
      </header>
      {partial && <p className={styles.partial}>{t(words.serverLost)}</p>}
      {!entries && <Skeleton lines={5} />}
      {entries?.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {entries && entries.length > 0 && (
        <ul className={styles.list}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} {...props} />
          ))}
        </ul>
      )}
    </section>
  )
}

function EntryRow({
  entry,
  kinds,
  onTakeBack,
  onCorrect,
  onDiscard,
}: OwnEntriesProps & { readonly entry: OwnEntry }) {
  const t = useText()
  const format = useFormat()
  const { id, state, trouble, content } = entry
  const title = kinds.find(({ kind }) => kind === entry.kind)?.title
  const what = title ? t(title) : entry.kind
  const from = format.dateTime(entry.from)
  const when = entry.to === entry.from ? from : t(words.between(from, format.dateTime(entry.to)))
  const named = `${what}, ${when}`
  return (
    <li className={styles.entry} data-state={state}>
      <KindIcon kind={entry.kind} size={26} />
      <div className={styles.about}>
        <strong>{what}</strong>
        <span>{when}</span>
        {entry.words && <span className={styles.words}>{entry.words}</span>}
        <span className={styles.state}>
          <Icon name={icons[state]} size={15} />
          {t(titles[state])}
        </span>
        {trouble?.detail && <span className={styles.why}>{trouble.detail}</span>}
      </div>
      <div className={styles.acts}>
        {canTakeBack(entry, Date.now()) && (
          <Button kind="quiet" aria-label={t(words.takeBackOf(named))} onClick={() => onTakeBack(entry)}>
            {t(words.takeBack)}
          </Button>
        )}
        {state === 'failed' && content && (
          <>
            <Button
              kind="quiet"
              aria-label={t(words.correctOf(named))}
              onClick={() => onCorrect(content, id)}
            >
              {t(words.correct)}
            </Button>
            <Button kind="quiet" aria-label={t(words.discardOf(named))} onClick={() => onDiscard(id)}>
              {t(words.discard)}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
