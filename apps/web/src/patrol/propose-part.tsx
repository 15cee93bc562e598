import { isRefusal } from '@trygghetskartan/geo'
import { useEffect, useMemo, useState } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { boxArea } from '../hotspots/question-of.ts'
import { useStreets } from '../hotspots/use-streets.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { FieldControl } from '../plan/field-control.tsx'
import type { FormInput } from '../plan/form-values.ts'
import { useHandler } from '../plan/use-handler.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './patrol.module.css'
import type { Choice, PatrolWork, Proposal } from './patrol-protocol.ts'
import { ProposalOverlay } from './proposal-overlay.tsx'
import {
  askedOf,
  type FieldName,
  fields,
  type Measure,
  sizeFields,
  usualForm,
  usualSizes,
} from './propose-form.ts'
import { ProposedList } from './proposed-list.tsx'
import { usePatrolReport } from './use-patrol-report.ts'
import { writeOne, writeShare } from './zone-words.ts'

type Work = PatrolWork & { readonly kind: 'propose' }

/** Zones proposed within a budget, with what none could exceed, and how such zones would have done. */
export function ProposePart({ layer, choice }: { readonly layer: MapLayer; readonly choice: Choice | null }) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const { config } = useSession()
  const [form, setForm] = useState(usualForm)
  const [measure, setMeasure] = useState<Measure>('ground')
  const [sizes, setSizes] = useState(usualSizes)
  const about = useMemo(
    () => (measure === 'street' && choice ? (choice.area ?? boxArea(config.bounds)) : null),
    [measure, choice, config.bounds],
  )
  const ground = useStreets(about)
  const [problem, setProblem] = useState<'budget' | 'hours' | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  const { report, busy, error, retry } = usePatrolReport(work)
  const proposal = report?.proposal
  const asked = askedOf({ ...form, ...sizes[measure] }, measure)
  const isOld =
    work !== null &&
    !('problem' in asked) &&
    JSON.stringify([asked.hours, asked.budget, choice?.from, choice?.to, choice?.kinds]) !==
      JSON.stringify([work.hours, work.budget, work.choice.from, work.choice.to, work.choice.kinds])
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
    if (!choice) return
    if (measure === 'ground') setWork({ kind: 'propose', choice, ...asked, streets: null })
    else if (ground.streets && ground.box) {
      const area = ground.cut || !choice.area ? boxArea(ground.box) : choice.area
      setWork({ kind: 'propose', choice: { ...choice, area }, ...asked, streets: ground.streets })
    }
  }
  const sizeOf = ({ of, size }: Proposal) =>
    of === 'ground'
      ? words.hectaresOf(writeOne(100 * size, format))
      : words.metresOf(format.number(Math.round(size)))
  const change = (name: FieldName, input: FormInput[string]) =>
    name in fields
      ? setForm({ ...form, [name]: input })
      : setSizes({ ...sizes, [measure]: { ...sizes[measure], [name]: input } })
  const all = { ...fields, ...sizeFields[measure] }
  const control = (name: FieldName) => (
    <FieldControl
      field={all[name]}
      input={form[name] ?? sizes[measure][name] ?? ''}
      error={undefined}
      onChange={(input) => change(name, input)}
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
          <Field label={t(words.measure)}>
            {(input) => (
              <select
                {...input}
                value={measure}
                onChange={(event) => setMeasure(event.target.value as Measure)}
              >
                <option value="ground">{t(words.ofGround)}</option>
                <option value="street">{t(words.ofStreet)}</option>
              </select>
            )}
          </Field>
          {control('zones')}
        </div>
        {control('total')}
        <div className={styles.pair}>
          {control('least')}
          {control('most')}
        </div>
        {measure === 'ground' && <p className={styles.soft}>{t(words.hectares)}</p>}
        {ground.cut && <p className={styles.soft}>{t(words.streetsCut)}</p>}
        {ground.error && <ErrorNote error={ground.error} />}
        {problem && (
          <p className={styles.warn} role="alert">
            {t(problem === 'hours' ? words.badHours : words.badBudget)}
          </p>
        )}
        <Button
          type="submit"
          kind="primary"
          busy={busy || (about !== null && !ground.streets && !ground.error)}
        >
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
            {t(words.foundGround(t(sizeOf(proposal))))} {t(words.paiHelp)}
          </p>
          <ProposalOverlay zones={proposal.zones} />
        </section>
      )}
    </div>
  )
}
