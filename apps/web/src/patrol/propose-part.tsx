import { isRefusal } from '@trygghetskartan/geo'
import { useEffect, useState } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { FieldControl } from '../plan/field-control.tsx'
import { useHandler } from '../plan/use-handler.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './patrol.module.css'
import type { Choice, PatrolWork, Proposal } from './patrol-protocol.ts'
import { ProposalOverlay } from './proposal-overlay.tsx'
import { askedOf, fields, usualForm } from './propose-form.ts'
import { ProposedList } from './proposed-list.tsx'
import { usePatrolReport } from './use-patrol-report.ts'
import { writeShare } from './zone-words.ts'

type Work = PatrolWork & { readonly kind: 'propose' }

/** Zones proposed within a budget, with what none could exceed, and how such zones would have done. */
export function ProposePart({ layer, choice }: { readonly layer: MapLayer; readonly choice: Choice | null }) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const [form, setForm] = useState(usualForm)
  const [problem, setProblem] = useState<'budget' | 'hours' | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  const { report, busy, error, retry } = usePatrolReport(work)
  const proposal = report?.proposal
  const asked = askedOf(form)
  const isOld =
    work !== null &&
    !('problem' in asked) &&
    JSON.stringify([asked.hours, asked.budget, choice]) !==
      JSON.stringify([work.hours, work.budget, work.choice])
  const look = useHandler((found: Proposal) => {
    const corners = found.zones.flatMap(({ rings }) => rings[0] ?? [])
    const [lons, lats] = [corners.map(([lon = 0]) => lon), corners.map(([, lat = 0]) => lat)]
    if (corners.length > 0)
      zoomTo([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)])
  })
  useEffect(() => {
    if (proposal && !isRefusal(proposal)) look(proposal)
  }, [proposal, look])

  const seek = () => {
    if ('problem' in asked) return setProblem(asked.problem)
    setProblem(null)
    if (choice) setWork({ kind: 'propose', choice, ...asked })
  }
  const control = (name: keyof typeof fields) => (
    <FieldControl
      field={fields[name]}
      input={form[name] ?? ''}
      error={undefined}
      onChange={(input) => setForm({ ...form, [name]: input })}
    />
  )
  return (
    <div className={styles.body}>
      <p className={styles.soft}>{t(words.proposeLead)}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          seek()
        }}
      >
        {control('weekdays')}
        <div className={styles.pair}>
          {control('from')}
          {control('to')}
        </div>
        <div className={styles.pair}>
          {control('total')}
          {control('zones')}
        </div>
        <div className={styles.pair}>
          {control('least')}
          {control('most')}
        </div>
        <p className={styles.soft}>{t(words.hectares)}</p>
        {problem && (
          <p className={styles.warn} role="alert">
            {t(problem === 'hours' ? words.badHours : words.badBudget)}
          </p>
        )}
        <Button type="submit" kind="primary" busy={busy}>
          {t(words.seek)}
        </Button>
      </form>
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      {busy && !proposal && <Skeleton lines={5} />}
      {isRefusal(proposal) && <Note tone="warning">{t(proposal.text)}</Note>}
      {proposal && !isRefusal(proposal) && work && (
        <section className={styles.part} data-stale={busy || undefined} aria-live="polite">
          {isOld && <Note>{t(words.old)}</Note>}
          <p>
            <strong>
              {t(
                words.found(
                  proposal.zones.length,
                  writeShare(proposal.share, format),
                  writeShare(proposal.bound, format),
                ),
              )}
            </strong>
          </p>
          <p className={styles.soft}>
            {proposal.tried
              ? t(
                  words.tried(
                    format.shortDate(proposal.tried.from),
                    ...([proposal.tried.held.share, proposal.tried.held.low, proposal.tried.held.high].map(
                      (share) => writeShare(share, format),
                    ) as [string, string, string]),
                  ),
                )
              : t(words.notTried)}
          </p>
          <ProposedList layer={layer} zones={proposal.zones} hours={work.hours} choice={work.choice} />
          <p className={styles.soft}>
            {t(words.foundGround(format.number(Math.round(1000 * proposal.area) / 1000), proposal.cell))}{' '}
            {t(words.paiHelp)}
          </p>
          <ProposalOverlay zones={proposal.zones} />
        </section>
      )}
    </div>
  )
}
