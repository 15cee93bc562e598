import { useSearch } from '@tanstack/react-router'
import type { QueueAnswer, QueuedReport } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Empty } from '../ui/note.tsx'
import styles from './queue.module.css'
import { QueueItem } from './queue-item.tsx'

interface QueueListProps {
  readonly answer: QueueAnswer
  readonly chosen: string | undefined
}

type Narrow = 'all' | 'fresh' | 'lateOnes' | 'mine' | 'repliedOnes'

/** The reports of a queue, narrowed to what is new, late, one's own or written to anew. */
export function QueueList({ answer, chosen }: QueueListProps) {
  const t = useText()
  const { me } = useSession()
  const { visa } = useSearch({ strict: false }) as { visa?: string }
  const [narrow, setNarrow] = useState<Narrow>('all')
  const belongs: Readonly<Record<Narrow, (report: QueuedReport) => boolean>> = {
    all: () => true,
    fresh: ({ state }) => state === 'new',
    lateOnes: ({ late }) => late,
    mine: ({ assignedTo }) => assignedTo?.id === me.account?.id,
    repliedOnes: ({ replied }) => replied,
  }
  const isOpen = visa === undefined
  const shown = answer.reports.filter(belongs[isOpen ? narrow : 'all'])
  return (
    <>
      {isOpen && (
        <fieldset className={styles.narrow}>
          <legend className="sr-only">{t(words.narrow)}</legend>
          {(Object.keys(belongs) as Narrow[]).map((one) => (
            <button
              key={one}
              type="button"
              className={styles.chip}
              aria-pressed={narrow === one}
              onClick={() => setNarrow(one)}
            >
              {t(words[one])}{' '}
              <span className={styles.count}>{answer.reports.filter(belongs[one]).length}</span>
            </button>
          ))}
        </fieldset>
      )}
      {visa === 'tysta' && <p className={styles.help}>{t(words.quietHelp)}</p>}
      {shown.length === 0 && (
        <Empty title={t(words.none)}>{isOpen && narrow === 'all' && <p>{t(words.noneHelp)}</p>}</Empty>
      )}
      <ul className={styles.items}>
        {shown.map((report) => (
          <QueueItem key={report.id} report={report} today={answer.today} chosen={report.id === chosen} />
        ))}
      </ul>
    </>
  )
}
