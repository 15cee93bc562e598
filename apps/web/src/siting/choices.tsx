import styles from './choices.module.css'

interface ChoicesProps<Value extends string | number> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly title: string }[]
  readonly chosen: Value | null
  readonly onChoose: (value: Value) => void
}

/** A few quick choices in a row: pressed where it is what stands in the form. */
export function Choices<Value extends string | number>({
  label,
  options,
  chosen,
  onChoose,
}: ChoicesProps<Value>) {
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      <div className={styles.row}>
        {options.map(({ value, title }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === chosen}
            className={styles.choice}
            onClick={() => onChoose(value)}
          >
            {title}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
