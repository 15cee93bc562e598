import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { SiteLinks } from '../around/site-links.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Emergency } from '../public/emergency.tsx'
import { useLayer, useSession } from '../session.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { Archive } from './archive.tsx'
import { AreasList } from './areas-list.tsx'
import { HowMade } from './how-made.tsx'
import { Legend } from './legend.tsx'
import { MySquare } from './my-square.tsx'
import { readRelease, readReleases, squaresCsv } from './releases-api.ts'
import styles from './safety-map.module.css'
import { SquareCard } from './square-card.tsx'
import { SquaresTable } from './squares-table.tsx'

/** The words are there before the map is. */
const ReleaseMap = lazy(() => import('./release-map.tsx').then(({ ReleaseMap }) => ({ default: ReleaseMap })))

/** /trygghetskarta: a month in words and fixed squares, with the months before it. */
export function SafetyMapPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Content />}</PlainFrame>
}

function Content() {
  const t = useText()
  const format = useFormat()
  const { config } = useSession()
  const layer = useLayer('safety_map_cells')
  const { manad } = useSearch({ strict: false }) as { manad?: string }
  const [chosen, setChosen] = useState<string | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const all = useQuery({ queryKey: ['releases'], queryFn: ({ signal }) => readReleases(signal) })
  const newest = all.data?.releases[0]?.month
  const month = manad ?? newest
  const one = useQuery({
    queryKey: ['release', month],
    queryFn: ({ signal }) => readRelease(month!, signal),
    enabled: month !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const release = one.data
  const error = all.error ?? one.error
  const square = release?.squares.find((found) => found.square === chosen)
  const show = (name: string) => {
    setChosen(name)
    top.current?.scrollIntoView({ block: 'start' })
  }
  const monthName = month ? format.month(month) : ''
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header>
          <h2>{t(words.titleFor(config.municipality.name))}</h2>
          {release && <p className={styles.lead}>{t(words.lead(monthName))}</p>}
          <nav className={styles.actions}>
            <Link to="/">{t(words.backToMap)}</Link>
            <Link to="/kameraregister">{t(words.cameras)}</Link>
            {release && month === newest && (
              <a href={squaresCsv} download>
                {t(words.csv)}
              </a>
            )}
          </nav>
        </header>
        {error && (
          <ErrorNote error={error} onRetry={() => void (all.error ? all.refetch() : one.refetch())} />
        )}
        {!error && !release && (all.isPending || month) && <Skeleton lines={8} />}
        {all.data?.releases.length === 0 && (
          <Empty title={t(words.none)}>
            <p>{t(words.noneHelp)}</p>
          </Empty>
        )}
        {release && month !== newest && (
          <Note>
            {t(words.old(monthName))} <Link to="/trygghetskarta">{t(words.toNewest)}</Link>
          </Note>
        )}
        {release && layer && (
          <>
            <div ref={top} className={styles.ground}>
              <div>
                <Suspense fallback={<div className={styles.map} />}>
                  <ReleaseMap
                    release={release}
                    layer={layer}
                    label={t(words.map(monthName))}
                    chosen={chosen}
                    onChoose={setChosen}
                  />
                </Suspense>
              </div>
              <div className={styles.side}>
                <MySquare
                  rules={release.rules}
                  has={(name) => release.squares.some((found) => found.square === name)}
                  onFound={show}
                />
                {square && (
                  <SquareCard square={square} rules={release.rules} onClose={() => setChosen(null)} />
                )}
                <Legend rules={release.rules} />
              </div>
            </div>
            <AreasList areas={release.areas} />
            <SquaresTable squares={release.squares} onShow={show} />
            <HowMade {...release} />
          </>
        )}
        {all.data && all.data.releases.length > 1 && <Archive releases={all.data.releases} current={month} />}
        <SiteLinks without="/trygghetskarta" />
        <div className={styles.calm}>
          <Emergency />
        </div>
      </div>
    </main>
  )
}
