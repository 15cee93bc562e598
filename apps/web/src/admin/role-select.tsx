import type { StaffAudience } from '@trygghetskartan/api/contract-admin'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { useText } from '../messages/text.ts'
import styles from './role-select.module.css'

export const roles: readonly StaffAudience[] = ['planner', 'police', 'reporter', 'admin']

interface RoleSelectProps {
  readonly label: string
  readonly value: StaffAudience | null
  readonly disabled?: boolean
  /** Without it there is no empty choice. */
  readonly none?: boolean
  readonly onChange: (role: StaffAudience | null) => void
}

/** One of the roles, or none. */
export function RoleSelect({ label, value, disabled, none = true, onChange }: RoleSelectProps) {
  const t = useText()
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange((event.target.value || null) as StaffAudience | null)}
    >
      {none && <option value="">{t(words.noRole)}</option>}
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(audienceTitles[role])}
        </option>
      ))}
    </select>
  )
}
