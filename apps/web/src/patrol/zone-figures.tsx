import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import styles from './patrol.module.css'
import type { ZoneFigures } from './patrol-protocol.ts'
import { writeOne, writeShare } from './zone-words.ts'

/** With fewer in a zone its share says little. */
const few = 10

/** How much of what happens a zone holds, with its interval, beside its ground. */
export function Figures({ figures }: { readonly figures: ZoneFigures | Refusal | undefined }) {
  const t = useText()
  const format = useFormat()
  if (!figures) return null
  if (isRefusal(figures)) return <p className={styles.soft}>{t(figures.text)}</p>
  const { held, n, of, pai } = figures
  const share = (value: number) => writeShare(value, format)
  return (
    <p className={styles.figures}>
      <strong>{t(words.held(share(held.share), share(held.low), share(held.high)))}</strong>
      <span>{t(words.ofAll(writeOne(n, format), writeOne(of, format), writeOne(pai.share, format)))}</span>
      {n < few && <span className={styles.warn}>{t(words.few)}</span>}
    </p>
  )
}
