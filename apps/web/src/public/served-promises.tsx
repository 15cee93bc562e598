import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ServedCommitment } from '@trygghetskartan/api/contract-commitments'
import { call } from '../api.ts'
import { chainWords as words } from '../messages/chain.ts'
import { useText } from '../messages/text.ts'
import { StatusMark } from '../promises/status-mark.tsx'
import styles from './chain-section.module.css'

/** Promises to residents that an object on the map is there to keep; nothing where there are none. */
export function ServedPromises({ layer, id }: { readonly layer: string; readonly id: string }) {
  const t = useText()
  const { data: served = [] } = useQuery({
    queryKey: ['promises', 'serving', layer, id],
    queryFn: ({ signal }) =>
      call<ServedCommitment[]>('GET', `/api/commitments/serving?${new URLSearchParams({ layer, id })}`, {
        signal,
      }),
  })
  if (served.length === 0) return null
  return (
    <section className={styles.chain} aria-label={t(words.promises)}>
      <h3>{t(words.promises)}</h3>
      <ul>
        {served.map(({ id: promise, year, number, title, status }) => (
          <li key={promise} className={styles.promise}>
            <Link to="/loften/$year/$number" params={{ year: String(year), number: String(number) }}>
              {title}
            </Link>
            <StatusMark status={status} />
          </li>
        ))}
      </ul>
    </section>
  )
}
