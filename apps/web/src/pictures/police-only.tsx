import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import styles from './rows.module.css'

interface PoliceOnlyProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Whether a row is for the police alone. */
export function PoliceOnly({ checked, onChange }: PoliceOnlyProps) {
  const t = useText()
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {t(words.policeOnlyRow)}
    </label>
  )
}
