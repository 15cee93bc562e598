import { isRefusal } from '@trygghetskartan/geo'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'
import type { HotspotQuestion, NearAnswer } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { LongControl } from './long-control.tsx'
import { nearestRepeat } from './nearest-repeat.ts'
import { Remarks } from './remarks.tsx'
import type { PackedIncidents } from './use-incidents.ts'
import { useLong } from './use-long.ts'

interface NearPartProps {
  readonly incidents: PackedIncidents | undefined
  readonly question: HotspotQuestion
}

/** Whether one incident draws others after it: in a sentence, and as the table it rests on. */
export function NearPart({ incidents, question }: NearPartProps) {
  const t = useText()
  const long = useLong('near', incidents, question)
  const { answer, failed } = long
  return (
    <section className={styles.part} aria-label={t(words.near)}>
      {!answer && <p className={styles.help}>{t(words.nearHelp)}</p>}
      {failed && <Note tone="danger">{t(words.failed)}</Note>}
      {isRefusal(answer) && <Note tone="warning">{t(answer.text)}</Note>}
      {answer && !isRefusal(answer) && <NearTable answer={answer} />}
      <LongControl long={long} title={t(answer ? words.again : words.nearStart)} />
    </section>
  )
}

function NearTable({ answer }: { readonly answer: NearAnswer }) {
  const t = useText()
  const format = useFormat()
  const { distances, days, table, remarks } = answer
  const found = nearestRepeat(answer)
  const ratio = (value: number) => format.number(Math.round(value * 100) / 100)
  return (
    <>
      <p className={styles.total} aria-live="polite">
        <strong>
          {t(
            found
              ? words.nearFound(ratio(found.ratio), format.number(found.metres), format.number(found.days))
              : words.nearNone,
          )}
        </strong>
      </p>
      <Remarks remarks={remarks} />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>{t(words.nearTable)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.distance)}</th>
              {days.map((from, i) => (
                <th key={from} scope="col">
                  {t(
                    days[i + 1] === undefined
                      ? words.daysBeyond(from - 1)
                      : words.daysBand(from, days[i + 1]! - 1),
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((row, at) => (
              <tr key={distances[at] ?? 'beyond'}>
                <th scope="row">{t(bandOf(distances, at, (value) => format.number(value)))}</th>
                {row.map(({ ratio: times, p, observed, expected }, column) => (
                  <td
                    key={days[column]}
                    data-sure={p < 0.05 || undefined}
                    title={t(
                      words.nearCell(
                        format.number(observed),
                        format.number(Math.round(expected * 10) / 10),
                        format.number(Math.round(p * 1000) / 1000),
                      ),
                    )}
                  >
                    {times === null ? '–' : ratio(times)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.help}>{t(words.nearKey)}</p>
    </>
  )
}

function bandOf(distances: readonly number[], at: number, write: (value: number) => string) {
  const [from, to] = [distances[at]!, distances[at + 1]]
  if (to === undefined) return words.metresBeyond(write(from))
  return from === 0 && to <= 1 ? words.samePlace : words.metresBand(write(from), write(to))
}
