import type { Item } from '@trygghetskartan/api/contract'
import type { Presence } from '@trygghetskartan/api/contract-patrol'
import { isRefusal } from '@trygghetskartan/geo'
import { useMemo } from 'react'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './patrol.module.css'
import type { AskedZone, Choice } from './patrol-protocol.ts'
import { wallMinute } from './swedish-clock.ts'
import { usePatrolReport } from './use-patrol-report.ts'
import { writeOne } from './zone-words.ts'

interface EffectPartProps {
  readonly item: Item
  readonly zone: AskedZone
  readonly choice: Choice
  /** That stand. */
  readonly entries: readonly Presence[]
}

/** What came of the presence: counts before and after, what was expected, and how sure one may be. */
export function EffectPart({ item, zone, choice, entries }: EffectPartProps) {
  const t = useText()
  const format = useFormat()
  const began = entries.at(-1)?.from
  const drawn = String(item.properties.created_at ?? '')
  const work = useMemo(
    () =>
      began === undefined
        ? null
        : ({
            kind: 'effect',
            ...{ choice, zone, began: wallMinute(new Date(began)) },
            drawnBefore: drawn ? drawn <= began : null,
          } as const),
    [began, choice, zone, drawn],
  )
  const { report, busy, error, retry } = usePatrolReport(work)
  const found = report?.effect
  const wdd = found && !isRefusal(found) ? found.effect.wdd : null
  const change = (value: number) =>
    t((value <= 0 ? words.fewer : words.more)(writeOne(Math.abs(value), format)))
  return (
    <section className={styles.part}>
      <h3>{t(words.effect)}</h3>
      {began === undefined && <p className={styles.soft}>{t(words.effectOff)}</p>}
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      {busy && !found && <Skeleton lines={4} />}
      {isRefusal(found) && <Note>{t(found.text)}</Note>}
      {found && !isRefusal(found) && wdd && (
        <>
          <p className={styles.figures}>
            <strong>{t(words.effectIs(change(wdd.estimate), change(wdd.low), change(wdd.high)))}</strong>
            <span>{t(wdd.low <= 0 && wdd.high >= 0 ? words.effectUnsure : words.effectSure)}</span>
          </p>
          <table className={styles.counts}>
            <thead>
              <tr>
                {[words.where, words.before, words.after].map((word) => (
                  <th key={word.en} scope="col">
                    {t(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(
                [
                  [words.inZone, found.zone],
                  [words.around, found.around],
                  [words.rest, found.rest],
                ] as const
              ).map(([word, { before, after }]) => (
                <tr key={word.en}>
                  <th scope="row">{t(word)}</th>
                  <td>{writeOne(before, format)}</td>
                  <td>{writeOne(after, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.effect.remarks.map(({ code, text }) => (
            <p key={code} className={styles.warn}>
              {t(text)}
            </p>
          ))}
          <p className={styles.soft}>{t(words.effectHow(found.weeks, found.buffer))}</p>
        </>
      )}
    </section>
  )
}
