import { type LightReport, type StretchReport, streetClasses } from '@trygghetskartan/siting'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Part } from './part.tsx'
import styles from './siting-panel.module.css'
import table from './stretch-table.module.css'

/** So many stretches at first: those that change most. */
const most = 8
const classes = [...streetClasses.P, ...streetClasses.C]

/** Each stretch before and after, against its class. */
export function StretchTable({ stretches }: { readonly stretches: LightReport['stretches'] }) {
  const t = useText()
  const format = useFormat()
  const lux = (value: number) => format.number(Math.round(value * 10) / 10)
  const sorted = stretches.toSorted((a, b) => gain(b) - gain(a))
  const asked = [...new Set(sorted.slice(0, most).map(({ wanted }) => wanted))]
    .map((id) => classes.find((one) => one.id === id))
    .filter((one) => one !== undefined)
  if (stretches.length === 0) return <p className={styles.soft}>{t(words.noStretches)}</p>
  const change = (before: number, after: number, unknown: boolean | undefined) => (
    <>
      <span className={table.before} title={unknown ? t(words.unknownBefore) : undefined}>
        {unknown ? '?' : lux(before)}
      </span>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> {t(words.arrow)} </span>
      {lux(after)}
    </>
  )
  return (
    <Part title={t(words.stretches)}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(words.stretch)}</th>
              <th scope="col">{t(words.mean)}</th>
              <th scope="col">{t(words.minimum)}</th>
              <th scope="col">{t(words.wanted)}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map(({ id, name, length, wanted, before, after, unknownBefore }) => (
              <tr key={id}>
                <th scope="row">
                  {name || t(words.street)} <small>{Math.round(length)} m</small>
                </th>
                <td>{change(before.mean, after.mean, unknownBefore)}</td>
                <td>{change(before.minimum, after.minimum, unknownBefore)}</td>
                <td>
                  <span className={table.verdict} data-fails={after.fails.length > 0 || undefined}>
                    <span className="sr-only">
                      {t(after.fails.length > 0 ? words.fails : words.reached)}{' '}
                    </span>
                    {wanted}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>
        {stretches.some(({ unknownBefore }) => unknownBefore) && `${t(words.unknownBefore)} `}
        {sorted.length > most && `${t(words.more(sorted.length - most))}. `}
        {asked
          .map(({ id, mean, minimum, uniformity }) =>
            t(words.wantedOf(id, t(words.asks(lux(mean), lux(minimum ?? (uniformity ?? 0) * mean))))),
          )
          .join('; ')}
      </p>
    </Part>
  )
}

const gain = ({ before, after, length }: StretchReport): number => (after.mean - before.mean) * length
