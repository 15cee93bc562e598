import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { NearEntry } from '@trygghetskartan/api/contract-around'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import styles from '../around/around.module.css'
import { type Around, feedPath, nearQuery } from '../around/around-api.ts'
import { AroundPage } from '../around/around-page.tsx'
import { useFormat } from '../messages/format.ts'
import { near as words } from '../messages/near.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { coarse, readPlace, readRadius } from './coarse-place.ts'
import { FollowedList } from './followed-list.tsx'
import { isSamePlace, keepPlaces, newsOf, seenOf, useFollowedPlaces } from './followed-places.ts'
import { NearList } from './near-list.tsx'
import own from './near-page.module.css'
import { PlaceChoice } from './place-choice.tsx'

/** /nara-mig?plats=lon,lat&radie=: what is done, planned and looked at near a place. */
export function NearPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => <Content />}
    </AroundPage>
  )
}

function Content() {
  const t = useText()
  const navigate = useNavigate()
  const { plats, radie } = useSearch({ strict: false })
  const at = useMemo(() => readPlace(plats), [plats])
  const radius = readRadius(radie)
  const [name, setName] = useState('')
  const go = (next: Partial<Around>) => {
    const place = next.at ?? at
    void navigate({
      to: '/nara-mig',
      search: (before) => ({
        ...before,
        ...(place && { plats: coarse(place).join(',') }),
        radie: String(next.radius ?? radius),
      }),
      replace: !next.at,
    })
  }
  return (
    <>
      <PlaceChoice
        at={at}
        radius={radius}
        onPlace={(place, called = '') => {
          setName(called)
          go({ at: place })
        }}
        onRadius={(next) => go({ radius: next })}
      />
      {at ? (
        <Found key={`${at} ${radius}`} around={{ at, radius }} name={name} />
      ) : (
        <Empty title={t(words.choose)}>
          <p>{t(words.chooseHelp)}</p>
        </Empty>
      )}
      <FollowedList />
    </>
  )
}

function Found({ around, name }: { readonly around: Around; readonly name: string }) {
  const t = useText()
  const format = useFormat()
  const language = useLanguage()
  const announce = useAnnounce()
  const places = useFollowedPlaces()
  const { data, error, refetch } = useQuery(nearQuery(around))
  const followed = places.find((place) => isSamePlace(place, around))
  // What was new when the page was opened stays marked while it is read.
  const [before] = useState(followed)
  const news = useMemo(
    () => (before && data ? newsOf(before, data.entries) : new Set<string>()),
    [before, data],
  )
  const read = useEffectEvent((entries: readonly NearEntry[]) => {
    announce(t(words.count(entries.length)))
    if (before)
      keepPlaces(
        places.map((place) => (isSamePlace(place, around) ? { ...place, seen: seenOf(entries) } : place)),
      )
  })
  useEffect(() => {
    if (data) read(data.entries)
  }, [data])
  const follow = () => {
    if (followed) {
      keepPlaces(places.filter((place) => place !== followed))
      announce(t(words.notFollowed), { show: true })
      return
    }
    const called = name || `${t(words.followDefault)} ${places.length + 1}`
    keepPlaces([{ ...around, name: called, seen: seenOf(data?.entries ?? []) }, ...places])
    announce(t(words.nowFollowed), { show: true })
  }
  return (
    <>
      <section className={styles.card} aria-labelledby="found">
        <div className={own.head}>
          <h3 id="found">
            {[name, t(words.within(format.distance(around.radius)))].filter(Boolean).join(', ')}
          </h3>
          {data && <span className={own.kind}>{t(words.count(data.entries.length))}</span>}
        </div>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data?.entries.length === 0 && (
          <Empty title={t(words.none)}>
            <p>{t(words.noneHelp)}</p>
          </Empty>
        )}
        {data && <NearList entries={data.entries} news={news} />}
        {data?.more && <Note>{t(words.more)}</Note>}
      </section>
      <section className={`${styles.card} ${own.choosing}`} aria-labelledby="subscribe">
        <h3 id="subscribe">{t(words.subscribe)}</h3>
        <div className={styles.actions}>
          <Button
            aria-pressed={!!followed}
            icon={<Icon name={followed ? 'check' : 'plus'} />}
            onClick={follow}
          >
            {t(followed ? words.unfollow : words.follow)}
          </Button>
          <a className={styles.link} href={feedPath(around, language)} type="application/atom+xml">
            {t(words.feed)}
          </a>
          <a className={styles.link} href={feedPath(null, language)} type="application/atom+xml">
            {t(words.feedAll)}
          </a>
        </div>
        <p className={own.kind}>
          {t(words.followedHelp)} {t(words.feedHelp)}
        </p>
      </section>
    </>
  )
}
