import type { ReceiptMeasure, ReceiptMessage, ReportReceipt } from '@trygghetskartan/api/contract-reports'
import { useId } from 'react'
import { useFormat } from '../messages/format.ts'
import { placeStateWords, stateWords, receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import { useReasonNames } from '../report/use-reason-names.ts'
import { AnswerForm } from './answer-form.tsx'
import { middleOf } from './middle-of.ts'
import styles from './receipt.module.css'

interface ReceiptViewProps {
  readonly receipt: ReportReceipt
  readonly code: string
  readonly onAnswered: () => void
}

/** Where a report stands, what has been said and what came of it. */
export function ReceiptView({ receipt, code, onAnswered }: ReceiptViewProps) {
  const t = useWords()
  const id = useId()
  const [title, meaning] = stateWords[receipt.state]
  const { place, measures, messages } = receipt
  const asked = messages.findLast(({ from }) => from === 'office')?.kind === 'question'
  return (
    <>
      <section className={styles.card} aria-labelledby={id}>
        <div className={styles.state}>
          <h2 id={id}>{t(title)}</h2>
          <p>{t(meaning)}</p>
        </div>
        {place && (
          <p>
            {t(words.place)}: {t(placeStateWords[place.state])}.{' '}
            <a
              className={styles.link}
              href={mapAddress('reported_places', place.id, middleOf(place.geometry))}
            >
              {t(words.onMap)}
            </a>
          </p>
        )}
        {place?.answer && <p>{place.answer}</p>}
      </section>
      {measures.length > 0 && (
        <section className={styles.card}>
          <h2>{t(words.measures)}</h2>
          <ul className={styles.measures}>
            {measures.map((measure) => (
              <Measure key={measure.id} measure={measure} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.card}>
        <h2>{t(words.story)}</h2>
        <Story receipt={receipt} />
      </section>
      {receipt.canAnswer && <AnswerForm code={code} asked={asked} onAnswered={onAnswered} />}
    </>
  )
}

function Measure({ measure }: { readonly measure: ReceiptMeasure }) {
  const t = useWords()
  const { layer, id, title, statusTitle, at } = measure
  return (
    <li>
      <strong>{title}</strong>
      <span className={styles.help}>{t(statusTitle)}</span>
      <a className={styles.link} href={mapAddress(layer, id, at)} aria-label={t(words.onMapOf(title))}>
        {t(words.onMap)}
      </a>
    </li>
  )
}

const kinds: Readonly<Record<ReceiptMessage['kind'], (typeof words)['question']>> = {
  question: words.question,
  answer: words.answer,
  reply: words.reply,
  status: words.status,
}

/** From when it came in, in the order it happened. */
function Story({ receipt }: { readonly receipt: ReportReceipt }) {
  const t = useWords()
  const format = useFormat()
  const names = useReasonNames()
  const { receivedOn, reasons, messages } = receipt
  return (
    <ol className={styles.story}>
      <li data-from="reporter">
        <h3>
          {t(words.received)} <time dateTime={receivedOn}>{format.date(receivedOn)}</time>
        </h3>
        <p>{t(words.receivedFor(names(reasons)))}</p>
      </li>
      {messages.map(({ id, from, kind, text, on }) => (
        <li key={id} data-from={from}>
          <h3>
            {t(kinds[kind])} <time dateTime={on}>{format.date(on)}</time>
          </h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}

/** A link to an object on the public map. */
const mapAddress = (layer: string, id: string, [lon, lat]: readonly [number, number]): string =>
  `/?sel=${layer}:${id}&at=${lon.toFixed(5)},${lat.toFixed(5)},17`
