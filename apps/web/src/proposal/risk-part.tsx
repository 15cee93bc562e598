import { defaultRisk, type RiskPart } from '@trygghetskartan/siting'
import { useId } from 'react'
import { proposal as words } from '../messages/proposal.ts'
import { incidentTitles, kindWeightTitles, partTitles, reasonTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { FieldSet } from '../ui/field.tsx'
import styles from './ask.module.css'
import { Figure, type FormPart } from './figure.tsx'
import { Fold } from './fold.tsx'
import shared from './proposal.module.css'
import { riskParts, sharesOf } from './proposal-form.ts'

const strongest = 10

interface RiskPartProps extends FormPart {
  /** What there is nothing known of here. */
  readonly missing: ReadonlySet<RiskPart>
}

/** What counts as risk: how much each source weighs, and how what has happened is counted. */
export function RiskParts({ missing, ...part }: RiskPartProps) {
  const t = useText()
  const { form, problems, onChange } = part
  const shares = sharesOf({
    ...form.weights,
    ...Object.fromEntries([...missing].map((one) => [one, 0])),
  })
  return (
    <FieldSet label={t(words.risk)} help={t(words.riskHelp)} error={problems.weights && t(problems.weights)}>
      <div className={styles.sliders}>
        {riskParts.map((one) => (
          <Slider
            key={one}
            title={t(partTitles[one])}
            value={form.weights[one]}
            said={
              missing.has(one)
                ? t(words.noData)
                : shares[one] > 0
                  ? t(words.share(Math.round(100 * shares[one])))
                  : t(words.noShare)
            }
            onChange={(weight) => onChange({ weights: { ...form.weights, [one]: weight } })}
          />
        ))}
      </div>
      <Fold title={t(words.moreRisk)} opened={hasProblem(problems)}>
        <KindWeights {...part} title={t(words.incidentKinds)} titles={incidentTitles} />
        <KindWeights {...part} title={t(words.reportReasons)} titles={reasonTitles} />
        <Figure {...part} name="halfLife" />
        <section className={styles.group}>
          <h3>{t(words.riskHours)}</h3>
          <p className={shared.help}>{t(words.riskHoursHelp)}</p>
          <Figure {...part} name="riskWeekdays" />
          <div className={shared.pair}>
            <Figure {...part} name="riskFrom" />
            <Figure {...part} name="riskTo" />
          </div>
        </section>
        <div className={shared.pair}>
          <Figure {...part} name="bandwidth" />
          <Figure {...part} name="darkBelow" />
        </div>
        <Figure {...part} name="sightWithin" />
      </Fold>
    </FieldSet>
  )
}

const hasProblem = (problems: FormPart['problems']) =>
  ['halfLife', 'riskFrom', 'riskTo', 'bandwidth', 'darkBelow', 'sightWithin'].some((name) => name in problems)

interface SliderProps {
  readonly title: string
  readonly value: number
  readonly said: string
  readonly onChange: (value: number) => void
}

function Slider({ title, value, said, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{title}</label>
      <output htmlFor={id}>{said}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={strongest}
        step={1}
        value={value}
        aria-valuetext={said}
        style={{ '--share': value / strongest } as React.CSSProperties}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}

interface KindWeightsProps extends FormPart {
  readonly title: string
  readonly titles: typeof incidentTitles
}

function KindWeights({ form, onChange, title, titles }: KindWeightsProps) {
  const t = useText()
  const id = useId()
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul className={styles.weights}>
        {Object.entries(titles).map(([kind, name]) => {
          const weight = form.kindWeights[kind] ?? defaultRisk.kinds[kind] ?? 1
          return (
            <li key={kind}>
              <label htmlFor={`${id}-${kind}`}>{t(name)}</label>
              <select
                id={`${id}-${kind}`}
                value={String(weight)}
                onChange={(event) =>
                  onChange({ kindWeights: { ...form.kindWeights, [kind]: Number(event.target.value) } })
                }
              >
                {kindWeightTitles.map((one) => (
                  <option key={one.value} value={String(one.value)}>
                    {t(one.title)}
                  </option>
                ))}
              </select>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
