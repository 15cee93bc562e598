import { Link } from '@tanstack/react-router'
import type { BuiltPlace } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote } from '../ui/note.tsx'
import { moderationApi } from './moderation-api.ts'
import styles from './queue.module.css'
import { useMonth, useReasons } from './report-words.ts'
import { useRefreshModeration } from './use-moderation.ts'

/** Public places whose every measure stands: one step makes them done, with the reports behind them. */
export function BuiltPlaces({ places }: { readonly places: readonly BuiltPlace[] }) {
  const t = useText()
  const reasonsOf = useReasons()
  const monthOf = useMonth()
  const announce = useAnnounce()
  const refresh = useRefreshModeration()
  const [error, setError] = useState<unknown>(null)
  const done = async (place: BuiltPlace) => {
    setError(null)
    try {
      await moderationApi.changePlace(place, { state: 'done' })
      announce(t(words.isDone), { show: true })
    } catch (refused) {
      setError(refused)
    }
    await refresh()
  }
  if (places.length === 0) return <Empty title={t(words.noneBuilt)} />
  return (
    <>
      <p className={styles.help}>{t(words.builtHelp)}</p>
      {error !== null && <ErrorNote error={error} />}
      <ul className={styles.items}>
        {places.map((place) => (
          <li key={place.id} className={styles.item}>
            <div className={styles.over}>
              <span>{t(words.reportsBehind(place.reports))}</span>
              <span>{monthOf(place.month)}</span>
            </div>
            <strong>{reasonsOf(place.reasons)}</strong>
            <ul className={styles.words}>
              {place.measures.map(({ id, title, statusTitle }) => (
                <li key={id}>
                  {title} ({t(statusTitle).toLowerCase()})
                </li>
              ))}
            </ul>
            <div className={styles.marks}>
              <Button
                size="s"
                kind="primary"
                icon={<Icon name="check" size={15} />}
                aria-label={t(words.markDoneOf(reasonsOf(place.reasons)))}
                onClick={() => void done(place)}
              >
                {t(words.markDone)}
              </Button>
              <Link
                to="/planera/rapporter/{-$report}"
                params={{ report: place.report }}
                search={{ visa: 'klara' } as never}
              >
                {t(words.open_report)}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
