import { Link } from '@tanstack/react-router'
import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { ownerWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { IndicatorLine } from './indicator-line.tsx'
import { mapViewOf } from './map-view-of.ts'
import styles from './promise-card.module.css'
import { StatusMark } from './status-mark.tsx'

/** A promise in the list: what it is, how it goes, what is done of it, and the way to its places on the map. */
export function PromiseCard({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const { year, number, title, text, owner, status, activities, measures, statuses, earlier } = promise
  const done = activities.filter(({ state }) => state === 'done').length
  const [last] = statuses
  const said = promise.evaluation?.text ?? last?.text
  const saidOn = promise.evaluation ? promise.evaluatedOn : last?.on
  return (
    <article className={styles.card}>
      <p className={styles.over}>
        <StatusMark status={status} />
        <span>
          {t(words.number(number))} · {t(ownerWords[owner])}
        </span>
      </p>
      <h3>
        <Link to="/loften/$year/$number" params={{ year: String(year), number: String(number) }}>
          {title}
        </Link>
      </h3>
      <p>{text}</p>
      {said && (
        <p className={styles.said}>
          {saidOn && <span>{format.shortDate(saidOn)}</span>} {said}
        </p>
      )}
      <IndicatorLine promise={promise} />
      <p className={styles.foot}>
        {activities.length > 0 && <span>{t(words.done(done, activities.length))}</span>}
        {earlier[0] && <span>{t(words.changed(format.shortDate(earlier[0].until)))}</span>}
        {promise.demo && <span className={styles.example}>{t(words.example)}</span>}
      </p>
      {measures.length > 0 && (
        <Link
          to="/"
          search={mapViewOf(measures, layers)}
          className={styles.map}
          aria-label={t(words.onMapOf(title, measures.length))}
        >
          <Icon name="map" size={17} />
          {t(words.onMap)}
        </Link>
      )}
    </article>
  )
}
