import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Measure } from '@trygghetskartan/api/contract'
import { useState } from 'react'
import { api, itemsPath } from '../api.ts'
import { useFrame } from '../frame/frame-context.ts'
import { Swatch } from '../layers/swatch.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './dialogues.module.css'
import { ObjectName } from './object-name.tsx'
import { RemarkForm } from './remark-form.tsx'
import { RemarksWaiting } from './remarks-waiting.tsx'

interface WalkSectionProps {
  readonly walk: Measure
  readonly layer: MapLayer
}

/** A walk's three meetings, what was seen on it and what is done about it. Planners add remarks, also while they walk. */
export function WalkSection({ walk, layer }: WalkSectionProps) {
  const t = useText()
  const { layers } = useSession()
  const plan = usePlan()
  const remarks = layers.find(({ dialogue }) => dialogue === 'remark')
  const [adding, setAdding] = useState(false)
  const editable = plan !== null && remarks?.editable === true
  return (
    <section className={styles.section} aria-label={t(words.walk)}>
      <h3>{t(words.walk)}</h3>
      <Meetings walk={walk} layer={layer} />
      <Linked walk={walk} layer={layer} editable={plan !== null && layer.editable} />
      {editable && !adding && (
        <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(words.newRemark)}
        </Button>
      )}
      {editable && adding && remarks && (
        <RemarkForm walk={walk.id} layer={remarks} onDone={() => setAdding(false)} />
      )}
      {editable && remarks && <RemarksWaiting walk={walk.id} layer={remarks.id} />}
      {remarks && <Remarks walk={walk} layer={remarks} />}
    </section>
  )
}

/** The days of the walk in their order: before, walk, feedback, and again. */
function Meetings({ walk, layer }: WalkSectionProps) {
  const t = useText()
  const format = useFormat()
  const today = new Date().toISOString().slice(0, 10)
  return (
    <ol className={styles.meetings} aria-label={t(words.meetings)}>
      {layer.fields
        .filter(({ control }) => control === 'date')
        .map((field) => {
          const day = walk.properties[field.name]
          const isKnown = typeof day === 'string'
          return (
            <li key={field.name} data-done={(isKnown && day <= today) || undefined}>
              <strong>{t(field.title)}</strong>
              <span>{isKnown ? format.shortDate(day) : t(words.noDay)}</span>
            </li>
          )
        })}
    </ol>
  )
}

/** The walk it follows up, and those that follow it up. */
function Linked({ walk, layer, editable }: WalkSectionProps & { readonly editable: boolean }) {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [, update] = useUrlState()
  const earlier = walk.properties.earlier_walk
  const later = useQuery({
    queryKey: ['items', layer.id, { earlier_walk: walk.id }],
    queryFn: ({ signal }) => api.items(layer.id, { categories: { earlier_walk: [walk.id] } }, signal),
  })
  const rewalk = useMutation({
    mutationFn: () =>
      api.createMeasure({
        layer: layer.id,
        geometry: walk.geometry,
        properties: {
          title: String(walk.properties.title).slice(0, 120),
          organiser: walk.properties.organiser,
          walked_on: walk.properties.rewalk_on,
          earlier_walk: walk.id,
        },
      }),
    onSuccess: async ({ id }) => {
      announce(t(words.rewalkMade), { show: true })
      await queries.invalidateQueries({ queryKey: ['items', layer.id] })
      update({ selected: { layer: layer.id, id } })
    },
  })
  const followers = later.data?.features ?? []
  return (
    <>
      {typeof earlier === 'string' && (
        <p>
          {t(words.followsUp)}: <ObjectName id={earlier} />
        </p>
      )}
      {followers.map(({ id }) => (
        <p key={id}>
          {t(words.followedUpBy)}: <ObjectName id={id} />
        </p>
      ))}
      {rewalk.error && <ErrorNote error={rewalk.error} />}
      {editable && later.data && followers.length === 0 && walk.properties.state !== 'planned' && (
        <Button size="s" busy={rewalk.isPending} onClick={() => rewalk.mutate()}>
          {t(words.planRewalk)}
        </Button>
      )}
    </>
  )
}

function Remarks({ walk, layer }: WalkSectionProps) {
  const t = useText()
  const format = useFormat()
  const { me } = useSession()
  const { show } = useFrame()
  const query = { categories: { walk_id: [walk.id] }, limit: 200 }
  const { data, error, refetch } = useQuery({
    queryKey: ['items', layer.id, query],
    queryFn: ({ signal }) => api.items(layer.id, query, signal),
  })
  const kinds = layer.fields.find(({ name }) => name === 'kind')
  const states = layer.fields.find(({ name }) => name === 'state')
  const items = data?.features ?? []
  const answered = items.filter(({ properties }) => properties.state !== 'noted').length
  const isStaff = me.audience === 'planner' || me.audience === 'police'
  return (
    <section aria-label={t(words.remarks)}>
      <h4>{t(words.remarks)}</h4>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && (
        <p className={styles.soft}>
          {t(
            items.length === 0
              ? isStaff
                ? words.noRemarks
                : words.noneAnswered
              : words.remarkCount(items.length, answered),
          )}{' '}
          {items.length > 0 && (
            <a href={itemsPath(layer.id, query, '.csv')} download>
              CSV
            </a>
          )}
        </p>
      )}
      <ol className={styles.remarks}>
        {items.map(({ id, geometry, properties }) => {
          const kind = kinds ? format.field(kinds, properties.kind) : ''
          const { answer, answer_responsible: who, answer_on: by } = properties
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.remark}
                aria-label={t(words.show(kind))}
                onClick={() => show({ layer: layer.id, id }, geometry)}
              >
                <Swatch layer={layer} value={String(properties.state)} />
                <span>
                  <span>
                    <strong>{kind}</strong>
                    {states && <small> {format.field(states, properties.state)}</small>}
                  </span>
                  {typeof properties.words === 'string' && <span>{properties.words}</span>}
                  {typeof answer === 'string' && <span>→ {answer}</span>}
                  {typeof who === 'string' && typeof by === 'string' && (
                    <small>{t(words.by(who, format.shortDate(by)))}</small>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
