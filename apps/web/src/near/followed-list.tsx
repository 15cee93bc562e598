import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import styles from '../around/around.module.css'
import { nearQuery } from '../around/around-api.ts'
import { useFormat } from '../messages/format.ts'
import { near as words } from '../messages/near.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { isSamePlace, keepPlaces, newsOf, useFollowedPlaces } from './followed-places.ts'
import own from './near-page.module.css'

/** The places somebody follows on this device, each with what is new since they last looked. */
export function FollowedList() {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const places = useFollowedPlaces()
  const answers = useQueries({ queries: places.map((place) => nearQuery(place)) })
  if (places.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="followed">
      <div>
        <h3 id="followed">{t(words.followed)}</h3>
        <p className={styles.soft}>{t(words.followedHelp)}</p>
      </div>
      <ul className={own.followed}>
        {places.map((place, at) => {
          const entries = answers[at]?.data?.entries
          const news = entries ? newsOf(place, entries).size : 0
          return (
            <li key={`${place.at} ${place.radius}`}>
              <span>
                <Link
                  className={styles.link}
                  to="/nara-mig"
                  search={{ plats: place.at.join(','), radie: String(place.radius) }}
                >
                  {place.name}
                </Link>
                <span className={own.kind}>{t(words.within(format.distance(place.radius)))}</span>
                {entries && <span className={news > 0 ? own.news : own.kind}>{t(words.newSince(news))}</span>}
              </span>
              <Button
                size="s"
                kind="quiet"
                aria-label={t(words.unfollowNamed(place.name))}
                onClick={() => {
                  keepPlaces(places.filter((one) => !isSamePlace(one, place)))
                  announce(t(words.notFollowed), { show: true })
                }}
              >
                {t(words.unfollow)}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
