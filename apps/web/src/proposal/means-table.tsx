import type { ProposalResult } from '@trygghetskartan/siting'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { meansTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { Skeleton } from '../ui/note.tsx'
import styles from './means-table.module.css'
import shared from './proposal.module.css'
import { writePoints } from './site-words.ts'

/** The same risk by each kind of means, the least intrusive first: cover and cost side by side. Always before the places. */
export function MeansTable({ result, busy }: { readonly result: ProposalResult; readonly busy: boolean }) {
  const t = useText()
  const format = useFormat()
  const { means } = result
  const points = (value: number) => writePoints(value, format)
  const added = (covered: number) => Math.max(0, covered - result.existing)
  const most = Math.max(...means.map(({ covered }) => added(covered)), 0.001)
  const unwatched = means.find(({ id, refusal }) => id === 'unwatched' && !refusal)
  const all = means.find(({ id, refusal }) => id === 'all' && !refusal)
  return (
    <section className={styles.means} aria-label={t(words.means)}>
      <h3>{t(words.means)}</h3>
      {means.length === 0 && busy && (
        <>
          <p className={shared.help}>{t(words.meansPending)}</p>
          <Skeleton lines={4} />
        </>
      )}
      {means.length > 0 && (
        <>
          {unwatched && all && all.covered > result.existing && (
            <p className={styles.lead}>
              {t(
                words.unwatchedEnough(
                  format.percent(
                    Math.round(
                      (100 * (unwatched.covered - result.existing)) / (all.covered - result.existing),
                    ),
                  ),
                ),
              )}
            </p>
          )}
          <table>
            <caption className="sr-only">{t(words.meansHelp)}</caption>
            <thead>
              <tr>
                <th scope="col">{t(words.meansKind)}</th>
                <th scope="col">{t(words.meansCover)}</th>
                <th scope="col">{t(words.meansCost)}</th>
                <th scope="col">{t(words.meansHomes)}</th>
              </tr>
            </thead>
            <tbody>
              {means.map((one) => (
                <tr key={one.id} data-all={one.id === 'all' || undefined}>
                  <th scope="row">
                    {t(meansTitles[one.id])}
                    {!one.refusal && <small>{t(words.meansCount(one.count))}</small>}
                  </th>
                  {one.refusal ? (
                    <td colSpan={3} className={styles.refused}>
                      {t(one.refusal)}
                    </td>
                  ) : (
                    <>
                      <td>
                        <span className={styles.cover}>
                          <span className={styles.bar} aria-hidden="true">
                            <i style={{ width: `${(100 * added(one.covered)) / most}%` }} />
                          </span>
                          <b>+{points(added(one.covered))}</b>
                        </span>
                        <small>
                          {t(words.meansReach(points(one.covered)))}
                          {', '}
                          {t(
                            one.proof === 'optimal' ? words.meansBest : words.meansAtMost(points(one.bound)),
                          )}
                        </small>
                      </td>
                      <td>
                        {format.money(one.investment)}
                        <small>{t(words.perYearIs(format.money(one.yearly)))}</small>
                      </td>
                      <td>{format.number(one.homesWatched)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <p className={shared.help}>{t(words.meansHelp)}</p>
        </>
      )}
    </section>
  )
}
