import { isRefusal } from '@trygghetskartan/geo'
import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'
import type { HotspotQuestion, PredictionAnswer } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { LongControl } from './long-control.tsx'
import { Remarks } from './remarks.tsx'
import type { PackedIncidents } from './use-incidents.ts'
import { useLong } from './use-long.ts'

interface PredictionPartProps {
  readonly incidents: PackedIncidents | undefined
  readonly question: HotspotQuestion
}

/** Whether the map would have predicted the months that followed: what no heat map says of itself. */
export const PredictionPart = memo(function PredictionPart({ incidents, question }: PredictionPartProps) {
  const t = useText()
  const long = useLong('prediction', incidents, question)
  const { answer, failed } = long
  return (
    <section className={styles.part} aria-label={t(words.prediction)}>
      <h3 className={styles.heading}>{t(words.prediction)}</h3>
      {!answer && <p className={styles.help}>{t(words.predictionHelp)}</p>}
      {failed && <Note tone="danger">{t(words.failed)}</Note>}
      {isRefusal(answer) && <Note tone="warning">{t(answer.text)}</Note>}
      {answer && !isRefusal(answer) && <Found answer={answer} />}
      <LongControl long={long} title={t(answer ? words.again : words.predictionStart)} />
    </section>
  )
})

/** A share of one in hundredths, to a decimal. */
const ofHundred = (share: number) => Math.round(share * 1000) / 10

function Found({ answer }: { readonly answer: PredictionAnswer }) {
  const t = useText()
  const format = useFormat()
  const percent = (share: number) => format.number(ofHundred(share))
  const tenth = (value: number) => format.number(Math.round(value * 10) / 10)
  // The share that is told first: what a shift can walk.
  const told = answer.shares.find(({ area }) => area >= 0.02) ?? answer.shares[0]
  return (
    <>
      {told && (
        <p className={styles.total} aria-live="polite">
          {told.pai > 1 ? (
            <strong>
              {t(words.predictionFound(percent(told.held), percent(told.area), tenth(told.pai)))}
            </strong>
          ) : (
            <strong>{t(words.predictionPoor)}</strong>
          )}
        </p>
      )}
      <Remarks remarks={answer.remarks} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(words.ofArea)}</th>
            <th scope="col">{t(words.heldShare)}</th>
            <th scope="col">PAI</th>
            <th scope="col">
              <abbr title={t(words.pei)}>PEI</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.shares.map(({ area, held, pai, paiLeast, paiMost, pei }) => (
            <tr key={area}>
              <th scope="row">{format.percent(ofHundred(area))}</th>
              <td>{format.percent(ofHundred(held))}</td>
              <td>
                {tenth(pai)} <small>({`${tenth(paiLeast)}–${tenth(paiMost)}`})</small>
              </td>
              <td>{format.percent(ofHundred(pei))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.help}>
        {t(words.predictionNote(answer.folds, format.number(answer.n), format.number(answer.past)))}
      </p>
    </>
  )
}
