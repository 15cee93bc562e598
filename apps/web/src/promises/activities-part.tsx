import type { Activity } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { activityWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './promises.module.css'

const icons = { done: 'check', ahead: 'clock', late: 'warning' } as const

/** One activity: what, by whom, when, and whether it is done. */
export function ActivityRow({ activity }: { readonly activity: Activity }) {
  const t = useText()
  const format = useFormat()
  const { title, who, place, state, dueOn, doneOn } = activity
  const when =
    doneOn !== null
      ? words.doneOn(format.shortDate(doneOn))
      : dueOn && (state === 'late' ? words.lateSince : words.dueOn)(format.shortDate(dueOn))
  return (
    <div className={styles.activity} data-state={state}>
      <Icon name={icons[state]} size={18} />
      <p>{title}</p>
      <p className={styles.soft}>
        {[when ? t(when) : t(activityWords[state]), who, place].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}
