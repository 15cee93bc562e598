import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { partyWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import styles from './promises.module.css'
import { StatusMark } from './status-mark.tsx'

/** What came of a promise, in words, and which roles have signed it. */
export function EvaluationPart({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const format = useFormat()
  const { evaluation, evaluatedOn, signatures } = promise
  if (!evaluation) return null
  return (
    <>
      <p>
        <StatusMark status={evaluation.result} />
      </p>
      <p className={styles.text}>{evaluation.text}</p>
      <ul className={styles.soft}>
        {signatures.map(({ party, role, on }) => (
          <li key={party}>
            {t(partyWords[party])}: {t(words.signed(role, format.date(on)))}
          </li>
        ))}
      </ul>
      {evaluatedOn && <p className={styles.soft}>{t(words.closed(format.date(evaluatedOn)))}</p>}
    </>
  )
}
