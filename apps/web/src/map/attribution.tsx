import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import styles from './attribution.module.css'

/** Who made the ground, always in sight. */
export function Attribution() {
  const t = useText()
  const { config } = useSession()
  const lines = [...config.attribution, ...(config.schematic ? [t(words.schematic)] : [])]
  if (lines.length === 0) return null
  return (
    <p className={styles.attribution}>
      <span className="sr-only">{t(words.attribution)}: </span>
      {lines.join(' · ')}
    </p>
  )
}
