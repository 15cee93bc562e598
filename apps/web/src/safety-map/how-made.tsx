import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import styles from './safety-map.module.css'

/** The rules the month was made by, in words, and what they keep anybody from reading out of it. */
export function HowMade({ rules, sha256 }: ReleaseAnswer) {
  const t = useText()
  const { leastAddresses, threshold, months } = rules
  return (
    <section aria-labelledby="how" className={styles.section}>
      <h3 id="how">{t(words.how)}</h3>
      <ul className={styles.rules}>
        <li>{t(words.howBatch(threshold, months))}</li>
        <li>{t(words.howSnap(leastAddresses))}</li>
        <li>{t(words.howArea)}</li>
        <li>{t(words.howPersons)}</li>
        <li>{t(words.howMonth)}</li>
      </ul>
      <h3>{t(words.not)}</h3>
      <ul className={styles.rules}>
        <li>{t(words.notCrime)}</li>
        <li>{t(words.notSafe)}</li>
        <li>{t(words.notWho)}</li>
      </ul>
      <p className={styles.seal}>{t(words.seal(sha256))}</p>
    </section>
  )
}
