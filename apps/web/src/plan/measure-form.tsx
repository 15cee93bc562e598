import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { type Editing, formFields } from './editing.ts'
import { FieldControl } from './field-control.tsx'
import styles from './measure-form.module.css'
import type { Plan } from './plan-context.ts'

/** The layer's fields under their headings. The first stands open; the others when they hold something to look at. */
export function MeasureForm({
  editing,
  impossible,
  onFill,
}: {
  readonly editing: Editing
  /** Why a value cannot be reckoned with, by field: told beside it, and no hindrance to saving. */
  readonly impossible?: Readonly<Record<string, string>>
  readonly onFill: Plan['fill']
}) {
  const t = useText()
  const { layer, input, firstInput } = editing
  const problems = { ...impossible, ...editing.problems }
  const sections = [...Map.groupBy(formFields(layer), (field) => field.section.en).values()]
  return (
    <>
      {sections.map((fields, i) => {
        const filled = fields.filter(({ name }) => isFilled(input[name])).length
        const wrong = fields.some(({ name }) => problems[name] !== undefined)
        const opened = i === 0 || fields.some(({ name, required }) => required || isFilled(firstInput[name]))
        const [{ section } = { section: words.field }] = fields
        return (
          <details key={section.en} className={styles.section} open={opened || wrong || undefined}>
            <summary>
              <h3>{t(section)}</h3>
              {filled > 0 && <span className={styles.filled}>{t(words.filledIn(filled))}</span>}
            </summary>
            <div className={styles.fields}>
              {fields.map((field) => (
                <FieldControl
                  key={field.name}
                  field={field}
                  input={input[field.name] ?? null}
                  error={problems[field.name]}
                  onChange={(next) => onFill(field.name, next)}
                />
              ))}
            </div>
          </details>
        )
      })}
    </>
  )
}

const isFilled = (input: Editing['input'][string] | undefined): boolean =>
  input === true ||
  (typeof input === 'string' && input.trim() !== '') ||
  (Array.isArray(input) && input.length > 0)
