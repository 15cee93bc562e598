import type { RiskPart } from '@trygghetskartan/siting'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { partCounts, partTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import styles from './ask.module.css'
import shared from './proposal.module.css'
import { type ProposalForm, riskParts, sharesOf } from './proposal-form.ts'
import type { RiskGrid } from './risk-grid.ts'
import { riskRamps } from './risk-picture.ts'

/** What the colours on the map mean, and what each part of the risk rests on. */
export function RiskLegend({
  grid,
  weights,
}: {
  readonly grid: RiskGrid
  readonly weights: ProposalForm['weights']
}) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const ramp = useMemo(
    () => riskRamps[flavour].map((colour) => `rgba(${colour.join(',')})`).join(','),
    [flavour],
  )
  const shares = sharesOf(knownWeights(grid, weights))
  const parts = riskParts.filter((part) => shares[part] > 0)
  const { imprecise, suppressed } = grid.leftOut
  return (
    <section className={styles.legend} aria-label={t(words.legend)}>
      <p>
        <strong>{t(words.legend)}</strong>
        <span aria-hidden="true">
          {t(words.legendLow)}
          <i style={{ background: `linear-gradient(90deg, ${ramp})` }} />
          {t(words.legendHigh)}
        </span>
      </p>
      <p className={shared.help}>{t(words.legendWords(grid.step))}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <span>
              {t(partTitles[part])}{' '}
              <small>{t(partCounts[part](format.number(Math.round(grid.counts[part]))))}</small>
            </span>
            <b>{Math.round(100 * shares[part])}</b>
          </li>
        ))}
      </ul>
      {imprecise + suppressed > 0 && shares.incidents > 0 && (
        <p className={shared.help}>{t(words.leftOut(imprecise, suppressed))}</p>
      )}
    </section>
  )
}

const knownWeights = (grid: RiskGrid, weights: ProposalForm['weights']): ProposalForm['weights'] => ({
  ...weights,
  ...Object.fromEntries([...missingParts(grid)].map((part) => [part, 0])),
})

/** What there is nothing known of in the area. */
export const missingParts = (grid: RiskGrid | null): ReadonlySet<RiskPart> =>
  new Set(grid ? riskParts.filter((part) => grid.parts[part] === null) : [])
