import type { SharedPlan } from '@trygghetskartan/api/contract-plans'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { shared as words } from '../messages/shared-plan.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon, LayerIcon } from '../ui/icon.tsx'
import styles from './shared-plan.module.css'

/** What a measure is and how far it has come. */
export function SharedMeasure({
  measure,
  onShow,
}: {
  readonly measure: SharedPlan['measures'][number]
  readonly onShow: (() => void) | undefined
}) {
  const t = useText()
  const flavour = useFlavour()
  const name = measure.title || t(measure.layerTitle)
  return (
    <article className={styles.measure}>
      <span className={styles.icon} style={{ color: measure.colour[flavour] }} aria-hidden="true">
        <LayerIcon path={measure.icon} />
      </span>
      <div>
        <h3>{name}</h3>
        <p className={styles.kind}>
          {t(measure.layerTitle)} · {t(measure.statusTitle)}
        </p>
        {measure.publicText && <p className={styles.text}>{measure.publicText}</p>}
      </div>
      {onShow && (
        <IconButton
          label={t(words.showOnMap(name))}
          icon={<Icon name="target" size={17} />}
          onClick={onShow}
        />
      )}
    </article>
  )
}

/** Sums, where the link shows them. */
export function SharedCosts({ costs }: { readonly costs: NonNullable<SharedPlan['costs']> }) {
  const t = useText()
  const format = useFormat()
  const rows = [
    [words.investment, costs.investment],
    [words.yearly, costs.yearly],
    [words.budget, costs.budget],
  ] as const
  return (
    <section aria-label={t(words.costs)}>
      <dl className={styles.costs}>
        {rows.map(
          ([title, sum]) =>
            sum !== null && (
              <div key={title.sv}>
                <dt>{t(title)}</dt>
                <dd>{format.money(sum)}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
