import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ObjectRef } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { api } from '../../api.ts'
import { objectTitle } from '../../inspector/object-title.ts'
import { useFormat } from '../../messages/format.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { useSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ErrorNote, Skeleton } from '../../ui/note.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import styles from '../promises.module.css'
import { usePromises } from '../use-promises.ts'

const most = 60

interface ObjectPickerProps {
  /** Ids of those that are linked already. */
  readonly linked: readonly string[]
  readonly error: unknown
  readonly onLink: (object: ObjectRef) => void
  readonly onClose: () => void
}

/** Finds objects on the map by layer and words, among layers that the public sees. */
export function ObjectPicker({ linked, error, onLink, onClose }: ObjectPickerProps) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const linkable = usePromises('').data?.linkable ?? []
  const among = layers
    .filter(({ id }) => linkable.includes(id))
    .toSorted((a, b) => Number(b.measure) - Number(a.measure))
  const [chosen, setChosen] = useState('')
  const [sought, setSought] = useState('')
  const layer = among.find(({ id }) => id === chosen) ?? among[0]
  const query = { limit: most, ...(sought.trim() && { q: sought.trim() }) }
  const items = useQuery({
    queryKey: ['items', layer?.id, query],
    queryFn: ({ signal }) => api.items(layer!.id, query, signal),
    enabled: layer !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <Dialog
      wide
      title={t(words.link)}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t(words.done)}
        </Button>
      }
    >
      <div className={styles.picker}>
        <p className={styles.soft}>{t(words.linkLead)}</p>
        <Field label={t(words.layer)}>
          {(control) => (
            <select {...control} value={layer?.id} onChange={(event) => setChosen(event.target.value)}>
              {among.map(({ id, title }) => (
                <option key={id} value={id}>
                  {t(title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t(words.search)}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          )}
        </Field>
        {error !== null && <ErrorNote error={error} />}
        {items.error && <ErrorNote error={items.error} onRetry={() => void items.refetch()} />}
        {items.isPending && <Skeleton lines={5} />}
        {items.data?.features.length === 0 && <p className={styles.soft}>{t(words.nothingFound)}</p>}
        <ul className={styles.items}>
          {layer &&
            items.data?.features.map(({ id, properties }) => {
              const name = objectTitle(layer, properties, format, t(layer.title))
              return (
                <li key={id}>
                  <div className={styles.pick}>
                    <span>{name}</span>
                    <StatusChip layer={layer} value={String(properties[layer.categoryBy])} />
                    {linked.includes(id) ? (
                      <span className={styles.soft}>{t(words.linked)}</span>
                    ) : (
                      <Button
                        size="s"
                        aria-label={t(words.linkTo(name))}
                        onClick={() => onLink({ layer: layer.id, id })}
                      >
                        {t(words.linkIt)}
                      </Button>
                    )}
                  </div>
                </li>
              )
            })}
        </ul>
      </div>
    </Dialog>
  )
}
