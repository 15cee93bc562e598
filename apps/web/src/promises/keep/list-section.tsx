import type { FieldDescription } from '@trygghetskartan/api/contract'
import { type ReactNode, useState } from 'react'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorNote } from '../../ui/note.tsx'
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

/** A list that hangs on a promise: each item is written in a form; the list is saved as a whole. */
export function ListSection<T>(props: ListSectionProps<T>) {
  const { title, addLabel, items, fields, nameOf, valuesOf, itemOf, render, onSave, ordered, children } =
    props
  const t = useText()
  const { save, tryTo, error } = useSaving()
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const change = (next: readonly T[]) => tryTo(() => onSave?.(next) ?? Promise.resolve())
  return (
    <section className={styles.section} aria-label={title}>
      <header>
        <h3>{title}</h3>
        {onSave && (
          <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => setOpen('new')}>
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
          <li key={nth}>
            {render(item, nth)}
            {onSave && (
              <p className={styles.buttons}>
                <IconButton
                  label={t(words.edit(nameOf(item)))}
                  icon={<Icon name="edit" size={15} />}
                  onClick={() => setOpen(nth)}
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
        <Dialog
          title={open === 'new' ? addLabel : t(words.edit(nameOf(items[open]!)))}
          onClose={() => setOpen(null)}
        >
          <FieldsForm
            fields={fields}
            initial={open === 'new' ? {} : valuesOf(items[open]!)}
            onCancel={() => setOpen(null)}
            onSave={async (values) => {
              const item = itemOf(values)
              await save(() => onSave(open === 'new' ? [...items, item] : items.with(open, item)))
              setOpen(null)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
