import type { FieldDescription } from '@trygghetskartan/api/contract'
import { type ReactNode, useState } from 'react'
import { conflict } from '../../messages/conflict.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorNote, Note } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { useSaving } from './use-saving.ts'

type Values = Record<string, unknown>

interface ListSectionProps<T> {
  readonly title: string
  readonly addLabel: string
  readonly items: readonly T[]
  readonly fields: readonly FieldDescription[]
  /** What an item is called, for buttons that are about it. */
  readonly nameOf: (item: T) => string
  readonly valuesOf: (item: T) => Values
  readonly itemOf: (values: Values) => T
  readonly render: (item: T, nth: number) => ReactNode
  /** Absent where the reader may not write. */
  readonly onSave?: ((items: readonly T[]) => Promise<unknown>) | undefined
  /** Whether the order is the writer's. */
  readonly ordered?: boolean
  readonly children?: ReactNode
}

/** What the form is about: null for a new one; `isLost` where somebody else has changed or removed it meanwhile. */
interface Open<T> {
  readonly item: T | null
  readonly isLost: boolean
}
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A list that hangs on a promise: each item is written in a form; the list is saved as a whole. */
export function ListSection<T>(props: ListSectionProps<T>) {
  const { title, addLabel, items, fields, nameOf, valuesOf, itemOf, render, onSave, ordered, children } =
    props
  const t = useText()
  const { save, tryTo, error } = useSaving()
  const [open, setOpen] = useState<Open<T> | null>(null)
  const start = (item: T | null) => setOpen({ item, isLost: false })
  const change = (next: readonly T[]) => tryTo(() => onSave?.(next) ?? Promise.resolve())
  return (
    <section className={styles.section} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {onSave && (
          <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => start(null)}>
            {addLabel}
          </Button>
        )}
      </header>
      {children}
      {error !== null && <ErrorNote error={error} />}
      {items.length === 0 && <p className={styles.soft}>{t(words.nothingYet)}</p>}
      <ul className={styles.items}>
        {items.map((item, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what an item is known by
          <li key={nth} className={styles.written}>
            <div>{render(item, nth)}</div>
            {onSave && (
              <p className={styles.buttons}>
                <IconButton
                  label={t(words.edit(nameOf(item)))}
                  icon={<Icon name="edit" size={15} />}
                  onClick={() => start(item)}
                />
                {ordered && nth > 0 && (
                  <IconButton
                    label={t(words.moveUp(nameOf(item)))}
                    icon={<Icon name="up" size={15} />}
                    onClick={() => change(items.with(nth, items[nth - 1]!).with(nth - 1, item))}
                  />
                )}
                <IconButton
                  label={t(words.removeIt(nameOf(item)))}
                  icon={<Icon name="bin" size={15} />}
                  onClick={() => change(items.toSpliced(nth, 1))}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      {open !== null && onSave && (
        <Dialog title={open.item ? t(words.edit(nameOf(open.item))) : addLabel} onClose={() => setOpen(null)}>
          <FieldsForm
            fields={fields}
            initial={open.item ? valuesOf(open.item) : {}}
            onCancel={() => setOpen(null)}
            onSave={async (values) => {
              const item = itemOf(values)
              const at = items.findIndex((one) => isSame(one, open.item))
              if (open.item && at < 0 && !open.isLost) return setOpen({ ...open, isLost: true })
              await save(() => onSave(at < 0 ? [...items, item] : items.with(at, item)))
              setOpen(null)
            }}
          >
            {open.isLost && (
              <Note tone="warning" title={t(conflict.title)}>
                <p>{t(words.itemLost)}</p>
              </Note>
            )}
          </FieldsForm>
        </Dialog>
      )}
    </section>
  )
}
