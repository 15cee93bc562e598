import { Link } from '@tanstack/react-router'
import type { OperationLine, SectionData } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useLayer } from '../session.ts'
import styles from './blocks.module.css'

/** Patrol zones, guards and field workers of the coming two weeks. */
export function OperationsBlock({ data }: { readonly data: SectionData }) {
  const t = useText()
  const format = useFormat()
  const { operations = [], presence } = data
  return (
    <div className={styles.block}>
      {operations.length === 0 && <p className={styles.small}>{t(words.noOperations)}</p>}
      <ul className={styles.lines}>
        {operations.map((line) => (
          <Operation key={`${line.layer} ${line.id}`} line={line} />
        ))}
      </ul>
      {presence && presence.times > 0 && (
        <p className={styles.small}>
          {t(words.presenceLogged(presence.times, format.number(presence.hours)))}
        </p>
      )}
    </div>
  )
}

function Operation({ line: { id, layer, title, hours, until, note } }: { readonly line: OperationLine }) {
  const t = useText()
  const format = useFormat()
  const known = useLayer(layer)
  const warns = note === 'ends' || note === 'expired'
  const when = hours
    ? hours.from === hours.to
      ? t(words.aroundTheClock)
      : `${format.weekdays(hours.weekdays)} ${hours.from}–${hours.to}`
    : ''
  return (
    <li>
      <Link to="/lagesbild" search={{ sel: `${layer}:${id}` }}>
        {title}
      </Link>
      <small data-warning={warns || undefined}>
        {[known && t(known.title), when, t(noteWords[note]), until && t(words.until(format.shortDate(until)))]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  )
}

const noteWords = {
  planned: { sv: 'planerad', en: 'planned' },
  standing: { sv: 'gäller', en: 'stands' },
  begins: { sv: 'börjar', en: 'begins' },
  ends: { sv: 'tillståndet går snart ut', en: 'the permit ends soon' },
  expired: { sv: 'tillståndet har gått ut', en: 'the permit has expired' },
} as const
