import type { PictureRollup } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { kindTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { areaName } from './area-name.ts'
import styles from './blocks.module.css'
import { Scrolled } from './scrolled.tsx'

/** Incidents of four months by area and kind; "at least" where a week was withheld. */
export function RollupSums({
  rollup: { areas, kinds, cells, byArea, byKind, total },
}: {
  readonly rollup: PictureRollup
}) {
  const t = useText()
  const format = useFormat()
  const told = ({ atLeast, withheld }: PictureRollup['total']) =>
    withheld === 0 ? format.number(atLeast) : atLeast === 0 ? '–' : t(words.atLeast(format.number(atLeast)))
  return (
    <Scrolled label={t(words.byArea)}>
      <table className={styles.table}>
        <caption>{t(words.byArea)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.area)}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(kindTitles[kind] ?? { sv: kind, en: kind })}
              </th>
            ))}
            <th scope="col">{t(words.total)}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area, i) => (
            <tr key={area}>
              <th scope="row">{t(areaName(area))}</th>
              {kinds.map((kind, j) => (
                <td key={kind}>{told(cells[i]![j]!)}</td>
              ))}
              <td>{told(byArea[i]!)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(words.total)}</th>
            {kinds.map((kind, j) => (
              <td key={kind}>{told(byKind[j]!)}</td>
            ))}
            <td>{told(total)}</td>
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  )
}
