import type { CameraReport, DensityEdition } from '@trygghetskartan/siting'
import { memo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Choices } from './choices.tsx'
import { Part } from './part.tsx'
import styles from './siting-panel.module.css'
import { zoneColour } from './zone-colours.ts'

interface ZoneLegendProps {
  readonly report: CameraReport
  readonly edition: DensityEdition
  readonly onEdition: (edition: DensityEdition) => void
}

/** The zones in words, finest first, each with how far it reaches and how much of the ground it is. */
export const ZoneLegend = memo(function ZoneLegend({ report, edition, onEdition }: ZoneLegendProps) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const zones = report.zones.toSorted((a, b) => b.density - a.density)
  return (
    <Part title={t(words.zones)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(words.zone)}</th>
            <th scope="col">{t(words.reach)}</th>
            <th scope="col">{t(words.area)}</th>
          </tr>
        </thead>
        <tbody>
          {zones.map(({ id, title, density, reach, area }) => (
            <tr key={id}>
              <th scope="row" title={density > 0 ? t(words.from(format.number(density))) : undefined}>
                <span
                  className={styles.swatch}
                  style={{ background: zoneColour(edition, id, flavour) }}
                  aria-hidden="true"
                />{' '}
                {t(density > 0 ? title : words.below)}
              </th>
              <td>{format.number(Math.round(reach))} m</td>
              <td>{t(words.squareMetres(format.number(Math.round(area))))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <span className={`${styles.swatch} ${styles.hatch}`} aria-hidden="true" /> {t(words.blind)}
            </th>
            <td />
            <td>{t(words.squareMetres(format.number(Math.round(report.area.blind))))}</td>
          </tr>
        </tbody>
      </table>
      <Choices
        label={t(words.edition)}
        options={[
          { value: 2025, title: '2025' },
          { value: 2014, title: '2014' },
        ]}
        chosen={edition}
        onChoose={(value) => onEdition(value as DensityEdition)}
      />
      <p className={styles.soft}>{t(words.editionHelp)}</p>
    </Part>
  )
})
