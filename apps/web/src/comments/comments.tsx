import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { Geometry } from 'geojson'
import { useEffect, useId, useState } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { comments as words } from '../messages/comments.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Switch } from '../ui/switch.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentPins } from './comment-pins.tsx'
import styles from './comments.module.css'
import { ThreadItem } from './thread-item.tsx'
import { isOpen, type Thread } from './threads.ts'
import { useComments } from './use-comments.ts'

interface CommentsProps {
  readonly plan: Plan
  readonly measures: readonly PlanMeasure[]
  /** Id of the measure a new comment is to be about. */
  readonly about: string | null
  readonly onAbout: (measure: string | null) => void
}

/** What members say to each other of a plan: a list here, and numbered pins on the map. */
export function Comments({ plan, measures, about, onAbout }: CommentsProps) {
  const t = useText()
  const { zoomTo } = useFrame()
  const { data, error, refetch, threads } = useComments(plan.id)
  const switchId = useId()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = onlyOpen ? threads.filter(isOpen) : threads
  useEffect(() => {
    if (chosen) document.getElementById(`comment-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <>
      <CommentForm key={plan.id} plan={plan} measures={measures} about={about} onAbout={onAbout} />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && threads.length === 0 && <Empty title={t(words.none)}>{t(words.noneHelp)}</Empty>}
      {threads.length > 0 && (
        <section className={styles.comments} aria-label={t(words.title)}>
          <label className={styles.filter} htmlFor={switchId}>
            <Switch
              id={switchId}
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.target.checked)}
            />
            {t(words.onlyOpen)}
          </label>
          {shown.length === 0 && <Empty title={t(words.noneOpen)} />}
          <ol className={styles.threads}>
            {shown.map((thread) => (
              <li
                key={thread.first.id}
                id={`comment-${thread.first.id}`}
                data-chosen={thread.first.id === chosen || undefined}
              >
                <ThreadItem
                  thread={thread}
                  plan={plan}
                  measures={measures}
                  onShow={(place) => {
                    setChosen(thread.first.id)
                    zoomTo(place)
                  }}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
      <CommentPins
        pins={shown.flatMap((thread) => {
          const place = placeOf(thread, measures)
          return place ? [{ thread, place }] : []
        })}
        chosen={chosen}
        onChoose={setChosen}
      />
    </>
  )
}

/** Where a thread is pinned: its own place, else where its measure is now. */
export const placeOf = ({ first }: Thread, measures: readonly PlanMeasure[]): Geometry | null =>
  first.geometry ?? measures.find(({ id }) => id === first.measure)?.geometry ?? null
