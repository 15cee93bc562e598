import { useNavigate } from '@tanstack/react-router'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { Empty } from '../ui/note.tsx'
import styles from './queue.module.css'
import { QueueItem } from './queue-item.tsx'
import { type Narrow, narrowings, useShownQueue } from './use-shown-queue.ts'

const narrows: readonly (readonly [Narrow, string | undefined])[] = [
  ['all', undefined],
  ...Object.entries(narrowings).map(([urval, narrow]) => [narrow, urval] as const),
]

/** The reports of a queue, narrowed to what is new, late, one's own or written to anew. */
export function QueueList({ chosen }: { readonly chosen: string | undefined }) {
  const t = useText()
  const navigate = useNavigate()
  const { data, visa, narrow, belongs, shown } = useShownQueue()
  const isOpen = visa === undefined
  if (!data) return null
  return (
    <>
      {isOpen && (
        <fieldset className={styles.narrow}>
          <legend className="sr-only">{t(words.narrow)}</legend>
          {narrows.map(([one, urval]) => (
            <button
              key={one}
              type="button"
              className={styles.chip}
              aria-pressed={narrow === one}
              onClick={() =>
                void navigate({
                  to: '/planera/rapporter/{-$report}',
                  params: { report: chosen },
                  search: { urval } as never,
                  replace: true,
                })
              }
            >
              {t(words[one])} <span className={styles.count}>{data.reports.filter(belongs[one]).length}</span>
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
          <QueueItem key={report.id} report={report} today={data.today} chosen={report.id === chosen} />
        ))}
      </ul>
    </>
  )
}
