import { useState } from 'react'
import { shiftTitles, patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { classNames } from '../ui/class-names.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './patrol.module.css'
import { shiftSheetPath } from './patrol-api.ts'
import { dayOf, wallMinute } from './swedish-clock.ts'

const shiftIds = ['day', 'evening', 'night'] as const
type Shift = (typeof shiftIds)[number]

/** The next shift that begins, or goes on. */
const nextShift = (wall: number): Shift => {
  const hour = Math.floor((wall % 1440) / 60)
  return hour < 7 ? 'day' : hour < 14 ? 'evening' : 'night'
}

/** Which shift's sheet to print. */
export function SheetPart() {
  const t = useText()
  const now = wallMinute(new Date())
  const [date, setDate] = useState(dayOf(now))
  const [shift, setShift] = useState<Shift>(nextShift(now))
  return (
    <div className={styles.body}>
      <p className={styles.soft}>{t(words.sheetLead)}</p>
      <div className={styles.pair}>
        <Field label={t(words.day)}>
          {(control) => (
            <input {...control} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <Field label={t(words.shift)}>
          {(control) => (
            <select {...control} value={shift} onChange={(event) => setShift(event.target.value as Shift)}>
              {shiftIds.map((id) => (
                <option key={id} value={id}>
                  {t(shiftTitles[id])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {date !== '' && (
        <a
          className={classNames(buttons.button, buttons.primary)}
          href={shiftSheetPath(date, shift)}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="download" />
          {t(words.getSheet)}
        </a>
      )}
    </div>
  )
}
