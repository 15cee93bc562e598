import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SiteLinks } from '../around/site-links.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { PromiseCard } from './promise-card.tsx'
import styles from './promises.module.css'
import { usePromises } from './use-promises.ts'

/** /loften: what was promised for a year, how it goes, and the years before. */
export function PromisesPage() {
  return <PlainFrame>{() => <Content />}</PlainFrame>
}

function Content() {
  const t = useText()
  const format = useFormat()
  const { config, me } = useSession()
  const { ar = 'newest' } = useSearch({ strict: false }) as { ar?: string }
  const year = /^\d{4}$/.test(ar) ? ar : 'newest'
  const { data, error, refetch } = usePromises(year)
  // Those who keep them see here what everybody sees.
  const shown = data?.commitments.filter(({ state }) => state !== 'draft') ?? []
  const of = shown[0]?.year ?? (year === 'newest' ? (data?.thisYear ?? 0) : Number(year))
  const kept = shown.filter(({ status }) => status === 'kept').length
  const title = data ? t(words.titleOf(of)) : t(words.title)
  const agreements =
    data?.agreements.filter(({ id }) => shown.some(({ agreement }) => agreement === id)) ?? []
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <div>
            <h2>{title}</h2>
            <p>{t(words.lead(config.municipality.name))}</p>
          </div>
          <nav className={styles.actions} aria-label={title}>
            <Link to="/">{t(words.toMap)}</Link>
            {(me.audience === 'planner' || me.audience === 'police' || me.audience === 'admin') && (
              <Link to="/planera/loften">{t(words.keep)}</Link>
            )}
            <Button size="s" icon={<Icon name="download" size={16} />} onClick={() => print()}>
              {t(words.print)}
            </Button>
          </nav>
        </header>
        {data && data.years.length > 1 && (
          <nav className={styles.years} aria-label={t(words.years)}>
            {data.years.map((one) => (
              <Link
                key={one}
                to="/loften"
                search={{ ar: String(one) }}
                activeOptions={{ includeSearch: true }}
                aria-current={one === of ? 'page' : undefined}
              >
                {one}
              </Link>
            ))}
          </nav>
        )}
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={9} page />}
        {data && shown.length === 0 && (
          <Empty title={t(data.years.length > 0 ? words.noneOfYear(of) : words.none)}>
            <p>{t(words.noneHelp)}</p>
          </Empty>
        )}
        {shown.some(({ demo }) => demo) && <Note>{t(words.exampleHelp)}</Note>}
        {shown.length > 0 && <p className={styles.sum}>{t(words.keptOf(kept, shown.length))}</p>}
        {shown.length > 0 && (
          <ul className={styles.cards}>
            {shown.map((promise) => (
              <li key={promise.id}>
                <PromiseCard promise={promise} />
              </li>
            ))}
          </ul>
        )}
        {agreements.map(({ id, title, from, to, parties, reference }) => (
          <p key={id} className={styles.soft}>
            {t(words.under(title, format.shortDate(from), format.shortDate(to)))}{' '}
            {t(words.parties(format.list(parties)))} {reference}
          </p>
        ))}
        <SiteLinks without="/loften" />
      </div>
    </main>
  )
}
