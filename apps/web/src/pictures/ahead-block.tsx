import type { SectionData } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import styles from './blocks.module.css'

/** Joint operations of the two weeks to come. */
export function AheadBlock({ data: { joint = [] } }: { readonly data: SectionData }) {
  const t = useText()
  const format = useFormat()
  if (joint.length === 0) return <p className={styles.small}>{t(words.noJoint)}</p>
  return (
    <div className={styles.two}>
      <section>
        <h4>{t(words.joint)}</h4>
        <ul className={styles.lines}>
          {joint.map(({ id, title, place, authorities, from }) => (
            <li key={id}>
              {title}
              <small>
                {[format.dateTime(from), place, format.list(authorities)].filter(Boolean).join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
