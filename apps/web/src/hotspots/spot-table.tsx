import type { Text } from '@trygghetskartan/api/contract'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import type { Spot } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'

/** The list with all its figures, for those who read tables. */
export function SpotTable({
  spots,
  names,
  title,
}: {
  readonly spots: readonly Spot[]
  /** What each is called, once that is known. */
  readonly names: readonly Text[] | null
  readonly title: string
}) {
  const t = useText()
  const format = useFormat()
  const small = (value: number | null) =>
    value === null ? '–' : value < 0.001 ? `< ${format.small(0.001)}` : format.small(value)
  const tenth = (value: number | null) => (value === null ? '–' : format.number(Math.round(value * 10) / 10))
  return (
    <details className={styles.twin}>
      <summary>{t(words.asTable)}</summary>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.rank)}</th>
              <th scope="col" className={styles.words}>
                {t(words.where)}
              </th>
              <th scope="col">{t(words.number)}</th>
              <th scope="col">{t(words.expected)}</th>
              <th scope="col">z</th>
              <th scope="col">p</th>
              <th scope="col">q</th>
            </tr>
          </thead>
          <tbody>
            {spots.map(({ at, n, expected, z, p, q }, i) => (
              <tr key={at.join()}>
                <th scope="row">{i + 1}</th>
                <td className={styles.words}>{names?.[i] ? t(names[i]) : ''}</td>
                <td>{tenth(n)}</td>
                <td>{tenth(expected)}</td>
                <td>{tenth(z)}</td>
                <td>{small(p)}</td>
                <td>{small(q)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
