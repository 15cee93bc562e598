import { useMutation } from '@tanstack/react-query'
import type { Text } from '@trygghetskartan/api/contract'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import { isRefusal, methodsVersion } from '@trygghetskartan/siting'
import { compare as words } from '../messages/compare.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { metresBetween } from '../plans/metres-between.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './compare.module.css'
import { compareApi } from './compare-api.ts'
import type { Reckoning } from './use-reckoning.ts'

interface ReckonedNoteProps {
  readonly plans: readonly Plan[]
  readonly reckoning: Reckoning
}

/** Over which area the figures are, what is assumed and left out, and the way to keep them. */
export function ReckonedNote({ plans, reckoning }: ReckonedNoteProps) {
  const t = useText()
  const format = useFormat()
  const { common, reports, error, retry } = reckoning
  if (reckoning.isTooWide)
    return (
      <Note tone="warning" title={t(words.tooWide)}>
        {t(words.tooWideHelp)}
      </Note>
    )
  if (reckoning.isEmpty) return <Note>{t(words.noMeasures)}</Note>
  if (error) return <ErrorNote error={error} onRetry={retry} />
  const troubles = plans.flatMap((plan) => {
    const report = reports.get(plan.id)
    const why = report?.error ?? (isRefusal(report?.report) ? t(report.report.text) : null)
    return why ? [{ plan, why }] : []
  })
  const isDone = plans.every(({ id }) => reports.has(id))
  return (
    <section className={styles.reckoned} aria-label={t(words.area)}>
      {common ? <p>{t(areaWords(common.ground.box, common.ground.buildings.length, format))}</p> : null}
      {!isDone && <p role="status">{t(words.reckoning)}</p>}
      {troubles.map(({ plan, why }) => (
        <Note key={plan.id} tone="danger" title={`${plan.title}: ${t(words.failed)}`}>
          {why}
        </Note>
      ))}
      {isDone && troubles.length === 0 && <Keep plans={plans} reckoning={reckoning} />}
    </section>
  )
}

function areaWords(
  [west, south, east, north]: readonly [number, number, number, number],
  buildings: number,
  format: ReturnType<typeof useFormat>,
): Text {
  const middle = (south + north) / 2
  return words.areaSaid(
    format.distance(metresBetween([west, middle], [east, middle])),
    format.distance(metresBetween([west, south], [west, north])),
    format.number(buildings),
  )
}

/** Stores each plan's figures with all they follow from, as members of the plan find them later. */
function Keep({ plans, reckoning }: ReckonedNoteProps) {
  const t = useText()
  const announce = useAnnounce()
  const { common, digests, measures, reports, retry } = reckoning
  const save = useMutation({
    mutationFn: async () => {
      if (!common || !digests) return
      for (const plan of plans)
        await compareApi.save({
          kind: 'plan',
          title: t(words.runTitle(plan.title, plans.length)).slice(0, 200),
          plan: plan.id,
          bbox: [...common.ground.box],
          methods: methodsVersion,
          request: { measures: measures?.get(plan.id) ?? [], risk: common.risk },
          luminaires: Object.keys(common.luminaires),
          groundDigest: digests.ground,
          demandDigest: digests.demand,
          result: reports.get(plan.id)?.report,
        })
    },
    onSuccess: () => announce(t(words.saved), { show: true }),
  })
  return (
    <div className={styles.keep}>
      <span>{t(words.weights)}</span>
      {save.error && <ErrorNote error={save.error} onRetry={retry} />}
      {save.isSuccess ? (
        <strong>{t(words.saved)}</strong>
      ) : (
        <Button size="s" busy={save.isPending} onClick={() => save.mutate()}>
          {t(words.save)}
        </Button>
      )}
    </div>
  )
}
