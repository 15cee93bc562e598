import { useId } from 'react'

interface RadioChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** How the legend, the row and its labels look. */
  readonly className: string | undefined
}

/** One of a few, as broad buttons for a thumb; radio buttons to the keyboard. */
export function RadioChoice<Value extends string>(props: RadioChoiceProps<Value>) {
  const { label, options, value, onChange, className } = props
  const id = useId()
  return (
    <fieldset className={className}>
      <legend>{label}</legend>
      <div>
        {options.map((one) => (
          <label key={one.value}>
            <input
              type="radio"
              name={id}
              value={one.value}
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
