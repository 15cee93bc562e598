import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { partyWords, promises } from '../../messages/promises.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { EvaluationPart } from '../evaluation-part.tsx'
import styles from '../promises.module.css'

/** The evaluation as it stands, and whose signature it waits for. */
export function EvaluationSection({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const { evaluation, state, signatures } = promise
  const waiting = (['municipality', 'police'] as const).filter(
    (party) => !signatures.some((one) => one.party === party),
  )
  return (
    <section className={styles.section} aria-label={t(promises.evaluation)}>
      <h3>{t(promises.evaluation)}</h3>
      {!evaluation && <p className={styles.soft}>{t(words.noEvaluation)}</p>}
      <EvaluationPart promise={promise} />
      {evaluation &&
        state === 'published' &&
        waiting.map((party) => (
          <p key={party} className={styles.soft}>
            {t(words.waitsFor(t(partyWords[party])))}
          </p>
        ))}
    </section>
  )
}
