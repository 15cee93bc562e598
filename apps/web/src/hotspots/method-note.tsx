import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { methodNotes as words } from '../messages/hotspot-method.ts'
import { hotspotResults } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { Fold } from '../proposal/fold.tsx'
import type { Asked, Picture } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'

/** All that the figure rests on: method, parameters, tests, reference system, seed. */
export const MethodNote = memo(function MethodNote({ picture }: { readonly picture: Picture }) {
  const t = useText()
  const format = useFormat()
  const { asked, figure, n, squareKilometres, srid } = picture
  const cells = 'kind' in figure && 'cells' in figure ? figure.cells : null
  const rows = [
    [words.incidents, format.number(n)],
    [words.area, t(words.squareKilometres(format.number(Math.round(squareKilometres * 100) / 100)))],
    ...(cells === null ? [] : [[words.cells, format.number(cells)] as const]),
    [words.srid, `EPSG:${srid}`],
    ...('seed' in asked ? [[words.seed, String(asked.seed)] as const] : []),
  ] as const
  return (
    <Fold title={t(hotspotResults.method)}>
      <p className={styles.help}>{t(methodText(asked))}</p>
      <dl className={styles.figures}>
        {rows.map(([title, value]) => (
          <div key={title.en}>
            <dt>{t(title)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
})

function methodText(asked: Asked) {
  switch (asked.kind) {
    case 'hotspots':
      if (asked.method.name === 'density') return words.density(asked.method.step)
      return asked.method.name === 'gi' && asked.method.cells.kind === 'street'
        ? words.streets(asked.method.cells.longest, asked.method.cells.reach)
        : words.gi
    case 'trend':
      return words.trend(asked.periods.count, asked.periods.days)
    case 'change':
      return words.change
    case 'clusters':
      return words.clusters(asked.parameters.distance, asked.parameters.least)
    case 'places':
      return words.places(asked.parameters.tolerance)
    default:
      return words.near
  }
}
