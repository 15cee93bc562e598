import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'
import { useEffect, useRef, useState } from 'react'
import { PageMap } from '../around/page-map.tsx'
import { SiteLinks } from '../around/site-links.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Emergency } from '../public/emergency.tsx'
import { useLayer, useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyMap } from '../ui/lazy-map.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { Archive } from './archive.tsx'
import { AreasList } from './areas-list.tsx'
import { HowMade } from './how-made.tsx'
import { Legend } from './legend.tsx'
import { MySquare } from './my-square.tsx'
import { readRelease, readReleases, squaresCsv } from './releases-api.ts'
import styles from './safety-map.module.css'
import { SquareCard } from './square-card.tsx'
import { useSquareName } from './square-name.ts'
import { SquaresTable } from './squares-table.tsx'

/** The words are there before the map is, and without it. */
const ReleaseMap = lazyMap(async () => (await import('./release-map.tsx')).ReleaseMap)

const none: readonly ReleaseSquare[] = []

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
  /** Once there is something to read: until then nothing stands where it would move away. */
  const begun = useRef(false)
  const opener = useRef<Element | null>(null)
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
  if (release || error || all.data?.releases.length === 0) begun.current = true
  const square = release?.squares.find((found) => found.square === chosen)
  const nameOf = useSquareName(release?.squares ?? none)
  const choose = (name: string) => {
    opener.current = document.activeElement
    setChosen(name)
  }
  const show = (name: string) => {
    choose(name)
    top.current?.scrollIntoView({ block: 'start' })
  }
  const close = () => {
    setChosen(null)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  const monthName = month ? format.month(month) : ''
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header>
          <h2>{t(words.titleFor(config.municipality.name))}</h2>
          {release && <p className={styles.lead}>{t(words.lead(monthName))}</p>}
          {begun.current && (
            <nav className={styles.actions}>
              <Link to="/">{t(words.backToMap)}</Link>
              <Link to="/kameraregister">{t(words.cameras)}</Link>
              {release && month === newest && (
                <a href={squaresCsv} download>
                  {t(words.csv)}
                </a>
              )}
              <Button size="s" icon={<Icon name="download" size={16} />} onClick={() => print()}>
                {t(words.print)}
              </Button>
            </nav>
          )}
        </header>
        {begun.current && all.data && all.data.releases.length > 1 && (
          <Archive releases={all.data.releases} current={month} />
        )}
        {error && (
          <ErrorNote error={error} onRetry={() => void (all.error ? all.refetch() : one.refetch())} />
        )}
        {!error && !release && (all.isPending || month) && <Skeleton lines={8} page />}
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
                <PageMap instead={words.noMap} className={styles.map}>
                  {(onFailure) => (
                    <ReleaseMap
                      release={release}
                      layer={layer}
                      label={t(words.map(monthName))}
                      chosen={chosen}
                      onChoose={choose}
                      onFailure={onFailure}
                    />
                  )}
                </PageMap>
              </div>
              <div className={styles.side}>
                <MySquare
                  rules={release.rules}
                  has={(name) => release.squares.some((found) => found.square === name)}
                  onFound={show}
                />
                {square && (
                  <SquareCard square={square} name={nameOf(square)} rules={release.rules} onClose={close} />
                )}
                <Legend rules={release.rules} />
              </div>
            </div>
            <AreasList areas={release.areas} />
            <SquaresTable squares={release.squares} nameOf={nameOf} onShow={show} />
            <HowMade {...release} />
          </>
        )}
        <SiteLinks without="/trygghetskarta" />
        <div className={styles.calm}>
          <Emergency />
        </div>
      </div>
    </main>
  )
}
