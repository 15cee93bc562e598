import type { Measure } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'
import { useMemo, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './conflict-dialog.module.css'
import { type Editing, formFields, geometryNow } from './editing.ts'
import { readForm } from './form-values.ts'
import { type Choice, type Difference, differencesBetween, firstChoices } from './merge.ts'
import { ShapePair } from './shape-pair.tsx'

interface ConflictDialogProps {
  readonly editing: Editing
  readonly theirs: Measure
  readonly onResolve: (
    found: readonly Difference[],
    choices: Readonly<Record<string, Choice>>,
  ) => Promise<void>
  readonly onBack: () => void
}

/** Mine and theirs side by side, field by field; what is chosen is saved on top of theirs. */
export function ConflictDialog({ editing, theirs, onResolve, onBack }: ConflictDialogProps) {
  const t = useText()
  const format = useFormat()
  const fields = formFields(editing.layer)
  const { base, found } = useMemo(() => {
    const start = editing.base ?? theirs
    const { values } = readForm(formFields(editing.layer), editing.input)
    const mine = {
      geometry: geometryNow(editing) ?? start.geometry,
      properties: { ...start.properties, ...values },
    }
    const names = formFields(editing.layer).map(({ name }) => name)
    return { base: start, found: differencesBetween(start, mine, theirs, names) }
  }, [editing, theirs])
  const [choices, setChoices] = useState(() => firstChoices(base, found))
  const hardOnes = found.some(({ conflict }) => conflict)
  const shape = found.find(({ field }) => field === 'geometry')
  const all = (choice: Choice) => setChoices(Object.fromEntries(found.map(({ field }) => [field, choice])))
  const titleOf = (name: string) => {
    const field = fields.find((one) => one.name === name)
    return t(field ? field.title : words.geometry)
  }
  const inWords = (name: string, value: unknown) => {
    const field = fields.find((one) => one.name === name)
    return (field && format.field(field, value)) || t(words.empty)
  }
  const cell = (difference: Difference, side: Choice) => (
    <td data-chosen={choices[difference.field] === side || undefined}>
      <label className={styles.choice}>
        <input
          type="radio"
          name={`conflict-${difference.field}`}
          checked={choices[difference.field] === side}
          onChange={() => setChoices({ ...choices, [difference.field]: side })}
        />
        <span>
          {difference.field === 'geometry' ? t(words[side]) : inWords(difference.field, difference[side])}
        </span>
      </label>
    </td>
  )
  return (
    <Dialog
      wide
      title={t(words.conflictTitle)}
      onClose={onBack}
      footer={
        <>
          <Button kind="quiet" onClick={onBack}>
            {t(words.backToForm)}
          </Button>
          <Button kind="primary" onClick={() => void onResolve(found, choices)}>
            {t(words.saveMerged)}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t(hardOnes ? words.conflictHelp : words.conflictHelpFew)}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(words.field)}</th>
              <th scope="col">
                {t(words.mine)}
                <Button size="s" kind="quiet" onClick={() => all('mine')}>
                  {t(words.allMine)}
                </Button>
              </th>
              <th scope="col">
                {t(words.theirs)}
                <Button size="s" kind="quiet" onClick={() => all('theirs')}>
                  {t(words.allTheirs)}
                </Button>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((difference) => (
              <tr key={difference.field}>
                <th scope="row">
                  {titleOf(difference.field)}
                  {difference.conflict && <span className={styles.both}>{t(words.bothChanged)}</span>}
                </th>
                {cell(difference, 'mine')}
                {cell(difference, 'theirs')}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shape && <ShapePair mine={shape.mine as Geometry} theirs={shape.theirs as Geometry} />}
    </Dialog>
  )
}
