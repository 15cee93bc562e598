import { useNavigate } from '@tanstack/react-router'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import styles from './compare.module.css'

const most = 4

interface PlanChooserProps {
  readonly plans: readonly Plan[]
  /** In the order they stand side by side. */
  readonly chosen: readonly string[]
}

/** Which plans stand side by side: what is ticked stands in the address. */
export function PlanChooser({ plans, chosen }: PlanChooserProps) {
  const t = useText()
  const navigate = useNavigate()
  const isFull = chosen.length >= most
  const choose = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id)
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) =>
        ({ ...before, planer: next.join(',') || undefined }) as never,
      replace: true,
    })
  }
  return (
    <fieldset className={styles.chooser}>
      <legend>{t(words.choose)}</legend>
      {plans.map(({ id, title }) => {
        const on = chosen.includes(id)
        return (
          <label key={id} data-on={on || undefined}>
            <input
              type="checkbox"
              checked={on}
              disabled={!on && isFull}
              onChange={(event) => choose(id, event.target.checked)}
            />
            {title}
          </label>
        )
      })}
      {isFull && plans.length > most && <p>{t(words.mostFour)}</p>}
    </fieldset>
  )
}
