import { useId } from 'react'
import styles from './log-form.module.css'

interface ChoicesProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few, as broad buttons for a thumb; radio buttons to the keyboard. */
export function Choices<Value extends string>({ label, options, value, onChange }: ChoicesProps<Value>) {
  const id = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      <div>
        {options.map((one) => (
          <label key={one.value}>
            <input
              type="radio"
              name={id}
              checked={value === one.value}
              onChange={() => onChange(one.value)}
            />
            <span>{one.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
