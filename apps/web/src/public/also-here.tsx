import { useFrame } from '../frame/frame-context.ts'
import { Swatch } from '../layers/swatch.tsx'
import { useFormat } from '../messages/format.ts'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './public-face.module.css'

/** What else is in view beside the measures, by layer; each opens its list. */
export function AlsoHere() {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const { counts } = useFrame()
  const [, update] = useUrlState()
  const others = layers.filter((layer) => !layer.measure && (counts.get(layer.id)?.total ?? 0) > 0)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="also" className={styles.phase}>
      <h3 id="also" className={styles.heading}>
        {t(words.also)}
      </h3>
      <ul className={styles.also}>
        {others.map((layer) => (
          <li key={layer.id}>
            <button type="button" onClick={() => update({ list: layer.id, inView: true })}>
              <Swatch layer={layer} />
              <span>{t(layer.title)}</span>
              <span className={styles.count}>{format.number(counts.get(layer.id)?.total ?? 0)}</span>
              <Icon name="right" size={15} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
