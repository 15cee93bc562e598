import { Link } from '@tanstack/react-router'
import type { Commitment, ObjectRef } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { useSession } from '../../session.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorNote } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { promisesApi } from '../promises-api.ts'
import { ObjectPicker } from './object-picker.tsx'
import { useSaving } from './use-saving.ts'

interface ObjectsSectionProps {
  readonly promise: Commitment
  readonly writes: boolean
}

/** The objects on the map that serve a promise, and which of them the public does not see yet. */
export function ObjectsSection({ promise, writes }: ObjectsSectionProps) {
  const t = useText()
  const { me } = useSession()
  const { tryTo, error } = useSaving()
  const [picking, setPicking] = useState(false)
  const { measures } = promise
  const change = (next: readonly ObjectRef[]) =>
    tryTo(() => promisesApi.change(promise, { measures: next.map(({ layer, id }) => ({ layer, id })) }))
  const face = me.faces.includes('/planera')
    ? '/planera'
    : me.faces.includes('/lagesbild')
      ? '/lagesbild'
      : '/'
  return (
    <section className={styles.section} aria-label={t(words.objects)}>
      <header>
        <h3>{t(words.objects)}</h3>
        {writes && (
          <Button size="s" icon={<Icon name="link" size={16} />} onClick={() => setPicking(true)}>
            {t(words.link)}
          </Button>
        )}
      </header>
      {error !== null && <ErrorNote error={error} />}
      {measures.length === 0 && <p className={styles.soft}>{t(words.noObjects)}</p>}
      <ul className={styles.items}>
        {measures.map(({ layer, id, title, layerTitle, state, at, shown }) => {
          const name = title ?? t(layerTitle)
          return (
            <li key={id}>
              <div className={styles.line}>
                <Link to={face} search={{ at: `${at.join(',')},17`, sel: `${layer}:${id}` }}>
                  {name}
                </Link>
                <span className={styles.soft}>
                  {[t(layerTitle), state && t(state)].filter(Boolean).join(' · ')}
                </span>
                {shown === false && (
                  <span className={styles.hidden}>
                    <Icon name="eye" size={15} /> {t(words.notShown)}
                  </span>
                )}
                {writes && (
                  <IconButton
                    label={t(words.unlink(name))}
                    icon={<Icon name="bin" size={15} />}
                    onClick={() => change(measures.filter((one) => one.id !== id))}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {picking && (
        <ObjectPicker
          linked={measures.map(({ id }) => id)}
          error={error}
          onLink={(object) => change([...measures, object])}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  )
}
