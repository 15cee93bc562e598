import { type ReactNode, useId } from 'react'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What a control must carry to belong to its label, help and error. */
export interface FieldControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
  readonly className: string | undefined
}

interface FieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean
  /** Shown after the control: "m", "kr". */
  readonly unit?: string | undefined
  readonly children: (control: FieldControlProps) => ReactNode
}

/** A labelled control: `<Field label="Namn">{(control) => <input {...control} />}</Field>`. */
export function Field({ label, help, error, required = false, unit, children }: FieldProps) {
  const t = useText()
  const id = useId()
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required && <span className={styles.required}> ({t(common.required)})</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      <div className={styles.row}>
        {children({
          id,
          className: styles.control,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': required || undefined,
        })}
        {unit && <span className={styles.unit}>{unit}</span>}
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="warning" size={15} />
          {error}
        </p>
      )}
    </div>
  )
}

/** Radio buttons, checkboxes and the like under one heading. */
export function FieldSet({
  label,
  help,
  error,
  children,
}: Omit<FieldProps, 'children' | 'unit'> & { readonly children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className={styles.field} aria-describedby={error ? id : undefined}>
      <legend className={styles.label}>{label}</legend>
      {help && <p className={styles.help}>{help}</p>}
      {children}
      {error && (
        <p id={id} className={styles.error}>
          <Icon name="warning" size={15} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
