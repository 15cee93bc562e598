import { useMemo, useState } from 'react'
import { ProblemError } from '../api.ts'
import { fetchPlaceNames, usePlaceNames } from '../facts/place-names.ts'
import { useFrame } from '../frame/frame-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { usePlan } from '../plan/plan-context.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { draftZone } from './draft-zone.ts'
import styles from './patrol.module.css'
import type { Choice, Hours, Proposed } from './patrol-protocol.ts'
import { middleOf } from './proposal-overlay.tsx'
import { Figures } from './zone-figures.tsx'
import { writeHours, writeOne, writeShare } from './zone-words.ts'

interface ProposedListProps {
  readonly layer: MapLayer
  readonly zones: readonly Proposed[]
  readonly hours: Hours
  readonly choice: Choice
}

/** Proposed zones, what holds most first; each can be kept as an idea of a patrol zone, to change and decide on. */
export function ProposedList({ layer, zones, hours, choice }: ProposedListProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const plan = usePlan()
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set())
  const [busy, setBusy] = useState<number | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const names = usePlaceNames(useMemo(() => zones.map(({ rings }) => middleOf(rings)), [zones]))

  const take = async (zone: Proposed, i: number) => {
    if (!plan) return
    setBusy(i)
    setFailed(null)
    try {
      const [name] = names ? [names[i]] : await fetchPlaceNames([middleOf(zone.rings)])
      const when = writeHours(hours, format, t)
      const title = t(words.draftTitle(name ? t(name) : t(words.unnamed(i + 1)), when))
      const basis = t(
        words.draftBasis(
          format.shortDate(new Date().toISOString()),
          writeOne(zone.n, format),
          writeOne(zone.of, format),
          `${format.shortDate(choice.from)}–${format.shortDate(choice.to)}`,
          when,
          writeShare(zone.held.share, format),
          writeOne(zone.pai.share, format),
        ),
      )
      const object = draftZone(layer, { id: crypto.randomUUID(), title, basis, hours, rings: zone.rings })
      const told = t(words.taken(title))
      const outcome = await plan.perform({ type: 'create', object }, layer.id, told, told)
      if (outcome.type === 'refused') throw new ProblemError(outcome.problem)
      if (outcome.type !== 'saved') throw new ProblemError({ type: 'about:blank', status: 0, title: '' })
      setTaken((before) => new Set(before).add(i))
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(null)
    }
  }
  return (
    <>
      {failed !== null && <ErrorNote error={failed} />}
      <ol className={styles.zones}>
        {zones.map((zone, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a proposed zone goes by its number
          <li key={i}>
            <div className={styles.proposed}>
              <button
                type="button"
                className={styles.number}
                aria-label={t(words.unnamed(i + 1))}
                onClick={() => zoomTo({ type: 'Polygon', coordinates: zone.rings.map((ring) => [...ring]) })}
              >
                {i + 1}
              </button>
              <div>
                {names?.[i] && <p className={styles.place}>{t(names[i])}</p>}
                <Figures figures={zone} />
                <p className={styles.soft}>{t(words.hectaresOf(writeOne(100 * zone.area, format)))}</p>
              </div>
              <Button
                size="s"
                icon={taken.has(i) ? <Icon name="check" size={16} /> : <Icon name="plus" size={16} />}
                disabled={taken.has(i) || !plan}
                busy={busy === i}
                onClick={() => void take(zone, i)}
              >
                {t(taken.has(i) ? words.takenShort : words.take)}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
