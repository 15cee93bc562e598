import { useRef } from 'react'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import type { FieldControlProps } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { parseDate, parseTime } from './dates.ts'
import styles from './measure-form.module.css'

interface DateFieldProps {
  readonly control: FieldControlProps
  readonly kind: 'date' | 'time'
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * A day or a time written the Swedish way, whatever language the browser has; with a calendar to choose from. On a phone
 * its own wheels and calendars, which people know.
 */
export function DateField({ control, kind, value, onChange }: DateFieldProps) {
  const t = useText()
  const picker = useRef<HTMLInputElement>(null)
  if (window.matchMedia('(pointer: coarse)').matches) {
    return <input {...control} type={kind} value={value} onChange={(event) => onChange(event.target.value)} />
  }
  const parse = kind === 'date' ? parseDate : parseTime
  const tidy = () => {
    const read = parse(value)
    if (read !== null && read !== value) onChange(read)
  }
  return (
    <>
      <input
        {...control}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t(kind === 'date' ? words.dateShape : words.timeShape)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={tidy}
      />
      {kind === 'date' && (
        <span className={styles.calendar}>
          <IconButton
            label={t(words.calendar)}
            icon={<Icon name="calendar" />}
            onClick={() => picker.current?.showPicker()}
          />
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={parseDate(value) ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
    </>
  )
}
