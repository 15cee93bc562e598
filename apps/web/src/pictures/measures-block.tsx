import { Link } from '@tanstack/react-router'
import type { MeasureLine, SectionData } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { useLayer, useSession } from '../session.ts'
import styles from './blocks.module.css'

/** Measures of the week: done, decided, due and late. */
export function MeasuresBlock({ data }: { readonly data: SectionData }) {
  const t = useText()
  const lists = [
    [words.done, data.done],
    [words.decided, data.decided],
    [words.lateMeasures, data.late],
    [words.dueSoon, data.due],
  ] as const
  const told = lists.filter(([, lines]) => lines && lines.length > 0)
  if (told.length === 0) return <p className={styles.small}>{t(words.noMeasures)}</p>
  return (
    <div className={styles.two}>
      {told.map(([title, lines]) => (
        <section key={title.en}>
          <h4>{t(title)}</h4>
          <ul className={styles.lines}>
            {lines!.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A measure with its layer and day, linked to the map. */
export function Line({ line: { id, layer, title, on } }: { readonly line: MeasureLine }) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const known = useLayer(layer)
  return (
    <li>
      <Link
        to={me.faces.includes('/lagesbild') ? '/lagesbild' : '/planera'}
        search={{ sel: `${layer}:${id}` }}
      >
        {title}
      </Link>
      <small>{[known && t(known.title), on && format.shortDate(on)].filter(Boolean).join(' · ')}</small>
    </li>
  )
}
