import type { FieldDescription } from '@trygghetskartan/api/contract'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { type ReactNode, useId } from 'react'
import { ObjectSelect } from '../dialogues/object-select.tsx'
import { useFormat } from '../messages/format.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { PlanSelect } from '../plans/plan-select.tsx'
import { LuminaireSelect } from '../siting/luminaire-select.tsx'
import { Field, type FieldControlProps, FieldSet } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { DateField } from './date-field.tsx'
import { type FieldInput, parseNumber, writeNumber } from './form-values.ts'
import styles from './measure-form.module.css'

interface FieldControlInput {
  readonly field: FieldDescription
  readonly input: FieldInput
  readonly error: string | undefined
  readonly onChange: (input: FieldInput) => void
}

/** One field of a form, by what the layer says of it. */
export function FieldControl({ field, input, error, onChange }: FieldControlInput) {
  const t = useText()
  const id = useId()
  const common = { label: t(field.title), help: field.help && t(field.help), error, required: field.required }
  const text = typeof input === 'string' ? input : ''
  const labelled = (render: (control: FieldControlProps) => ReactNode, unit?: string) => (
    <Field {...common} unit={unit}>
      {render}
    </Field>
  )
  switch (field.control) {
    case 'boolean':
      return (
        <div className={styles.switch}>
          <Switch id={id} checked={input === true} onChange={(event) => onChange(event.target.checked)} />
          <label htmlFor={id}>
            {common.label}
            {common.help && <small>{common.help}</small>}
          </label>
        </div>
      )
    case 'integer':
    case 'number':
      return labelled(
        (control) => (
          <input
            {...control}
            inputMode={field.control === 'integer' && (field.minimum ?? -1) >= 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={text}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => {
              const value = parseNumber(text)
              if (value !== null && writeNumber(value) !== text) onChange(writeNumber(value))
            }}
          />
        ),
        field.unit === 'SEK' ? t(words.kronor) : field.unit,
      )
    case 'date':
    case 'time': {
      const { control: kind } = field
      return labelled((control) => (
        <DateField control={control} kind={kind} value={text} onChange={onChange} />
      ))
    }
    case 'datetime':
      return labelled((control) => (
        <input
          {...control}
          type="datetime-local"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      ))
    case 'choice':
      return labelled((control) => (
        <select {...control} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t(words.optional)}</option>
          {field.options?.map(({ value, title }) => (
            <option key={value} value={value}>
              {t(title)}
            </option>
          ))}
        </select>
      ))
    case 'choices':
      return (
        <FieldSet {...common}>
          <Chips
            options={field.options?.map(({ value, title }) => ({ value, title: t(title) })) ?? []}
            chosen={listOf(input)}
            problem={error !== undefined}
            onChange={onChange}
          />
        </FieldSet>
      )
    case 'weekdays':
      return (
        <FieldSet {...common}>
          <Weekdays chosen={listOf(input)} problem={error !== undefined} onChange={onChange} />
        </FieldSet>
      )
    case 'plan':
      return labelled((control) => <PlanSelect control={control} value={text} onChange={onChange} />)
    case 'luminaire':
      return labelled((control) => <LuminaireSelect control={control} value={text} onChange={onChange} />)
    case 'object':
      return labelled((control) => (
        <ObjectSelect control={control} of={field.of ?? ''} value={text} onChange={onChange} />
      ))
    // Drawn on the map, and listed where siting tells what it does.
    case 'areas':
      return null
    case 'longtext':
      return (
        <div className={styles.long}>
          {labelled((control) => (
            <textarea {...control} rows={3} value={text} onChange={(event) => onChange(event.target.value)} />
          ))}
          <TextHints field={field} text={text} />
        </div>
      )
    case 'text':
      return (
        <div className={styles.long}>
          {labelled((control) => (
            <input {...control} type="text" value={text} onChange={(event) => onChange(event.target.value)} />
          ))}
          <TextHints field={field} text={text} />
        </div>
      )
  }
}

const listOf = (input: FieldInput): readonly string[] => (Array.isArray(input) ? input : [])

/** Room left, where it is getting short, and a mild word about names. */
function TextHints({ field, text }: { readonly field: FieldDescription; readonly text: string }) {
  const t = useText()
  const left = (field.maxLength ?? Number.POSITIVE_INFINITY) - text.trim().length
  const [name] = findSensitive(text).filter(({ kind }) => kind === 'name')
  return (
    <>
      {left >= 0 && left < 40 && <p className={styles.hint}>{t(words.charactersLeft(left))}</p>}
      {name && <p className={styles.hint}>{t(words.nameHint(name.text))}</p>}
    </>
  )
}

interface ChipsProps {
  readonly options: readonly { readonly value: string; readonly title: string; readonly spoken?: string }[]
  readonly chosen: readonly string[]
  readonly problem: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

function Chips({ options, chosen, problem, onChange }: ChipsProps) {
  return (
    <div className={styles.chips} data-problem={problem || undefined} tabIndex={problem ? -1 : undefined}>
      {options.map(({ value, title, spoken }) => (
        <label key={value} className={styles.chip}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          {spoken ? (
            <>
              <span aria-hidden="true">{title}</span>
              <span className="sr-only">{spoken}</span>
            </>
          ) : (
            <span>{title}</span>
          )}
        </label>
      ))}
    </div>
  )
}

const week = [1, 2, 3, 4, 5, 6, 7]

function Weekdays(props: Omit<ChipsProps, 'options'>) {
  const t = useText()
  const format = useFormat()
  const sets = [
    { title: words.allDays, days: week },
    { title: words.workDays, days: week.slice(0, 5) },
    { title: words.weekend, days: week.slice(5) },
  ]
  return (
    <>
      <Chips
        {...props}
        options={week.map((day) => ({
          value: String(day),
          title: format.weekday(day),
          spoken: format.weekday(day, 'long'),
        }))}
      />
      <div className={styles.presets}>
        {sets.map(({ title, days }) => (
          <button key={title.en} type="button" onClick={() => props.onChange(days.map(String))}>
            {t(title)}
          </button>
        ))}
      </div>
    </>
  )
}
