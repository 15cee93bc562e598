import type { ProposalRequest } from '@trygghetskartan/siting'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useDemand, useGround } from '../ground/use-ground.ts'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { useText } from '../messages/text.ts'
import { useHandler } from '../plan/use-handler.ts'
import { useSession } from '../session.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Note, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import { useUrlState } from '../url-state.ts'
import { AskForm } from './ask-form.tsx'
import { formOf } from './form-of.ts'
import { OwnAnswer } from './own-answer.tsx'
import styles from './proposal.module.css'
import { keepForm, type ProposalForm, readForm } from './proposal-form.ts'
import { type FormProblems, requestOf, riskOf } from './request-of.ts'
import { RiskOverlay } from './risk-overlay.tsx'
import { SavedAnswer, useSavedRun } from './saved-answer.tsx'
import { SavedRuns, useSavedRuns } from './saved-runs.tsx'
import { SiteOverlay } from './site-overlay.tsx'
import { rankedSites, writePoints } from './site-words.ts'
import { groundBox } from './study-area.ts'
import { useLuminaireFiles } from './use-luminaire-files.ts'
import { useProposalDesk } from './use-proposal-desk.ts'
import { useRisk } from './use-risk.ts'
import { useStudyArea } from './use-study-area.ts'

/** Of the search; the same question always gives the same answer. */
const seed = 1

type Part = 'ask' | 'answer' | 'saved'

/** `task=proposal`: where the next measures do most good, and why. `of`: a saved proposal. */
export function ProposalPanel({ of, onClose }: TaskProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const { me } = useSession()
  const [, update] = useUrlState()
  const [desk, view] = useProposalDesk()
  const asks = me.audience === 'planner'
  const account = me.account?.id ?? ''
  const [form, setForm] = useState(() => readForm(sessionStorage, account))
  const [problems, setProblems] = useState<FormProblems>({})
  const [part, setPart] = useState<Part>(!asks ? 'saved' : view.question ? 'answer' : 'ask')
  const [riskShown, setRiskShown] = useState(true)
  const [looked, setLooked] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const saved = useSavedRuns()
  const run = useSavedRun(of)
  const shownPart: Part = of ? 'saved' : part

  const asking = asks && shownPart === 'ask'
  const study = useStudyArea(form.area, !asking)
  const box = useMemo(() => (asks && study.area ? groundBox(study.area) : null), [asks, study.area])
  const ground = useGround(box)
  const demand = useDemand(box)
  const lights = useLuminaireFiles(ground.data?.ground)
  const about = useMemo(
    () =>
      ground.data && demand.data && lights.files
        ? { ground: ground.data.ground, demand: demand.data.demand, luminaires: lights.files }
        : null,
    [ground.data, demand.data, lights.files],
  )
  const fresh = !ground.isPlaceholderData && !demand.isPlaceholderData
  const settings = useMemo(() => riskOf(form), [form])
  const risk = useRisk(asking && fresh ? about : null, study.area, settings)

  const change = useHandler((next: Partial<ProposalForm>) => {
    const whole = { ...form, ...next }
    setForm(whole)
    keepForm(sessionStorage, account, whole)
    if (Object.keys(problems).length > 0 && study.area) {
      const again = requestOf(whole, study.area)
      setProblems('problems' in again ? again.problems : {})
    }
  })
  const pose = () => {
    if (!study.area) return
    const asked = requestOf(form, study.area)
    if ('problems' in asked) {
      setProblems(asked.problems)
      setWaiting(false)
      // The parts that are folded away open first.
      requestAnimationFrame(() =>
        body.current?.querySelector<HTMLElement>('[aria-invalid], fieldset[aria-describedby] input')?.focus(),
      )
      return
    }
    setProblems({})
    if (!ground.data || !demand.data || !lights.files || !fresh) return setWaiting(true)
    setWaiting(false)
    setLooked(null)
    setPart('answer')
    desk.ask({
      request: asked.request,
      seed,
      ground: ground.data,
      demand: demand.data,
      luminaires: lights.files,
    })
  }
  const poseWhenKnown = useHandler(pose)
  useEffect(() => {
    if (waiting && about && fresh) poseWhenKnown()
  }, [waiting, about, fresh, poseWhenKnown])

  const { stage, result, question } = view
  const tell = useHandler(() => {
    if (stage === 'searching') announce(t(words.searching))
    if (!result) return
    const points = writePoints(result.covered, format)
    if (stage === 'proving') announce(t(words.announceFirst(result.sites.length, points)))
    if (stage === 'done' || stage === 'stopped')
      announce(t(words.announceDone(result.sites.length, points, writePoints(result.bound, format))))
  })
  // Each step is told once, not each better bound on the way.
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is what is told
  useEffect(() => {
    if (!first.current) tell()
    first.current = false
  }, [stage, tell])

  const busy = stage === 'searching' || stage === 'proving'
  const shownRequest: ProposalRequest | undefined =
    shownPart === 'saved'
      ? of
        ? run.data?.inputs.request
        : undefined
      : shownPart === 'answer'
        ? question?.request
        : undefined
  const shownResult = shownPart === 'saved' ? of && run.data?.result : shownPart === 'answer' && result
  const sites = useMemo(() => (shownResult ? rankedSites(shownResult) : none), [shownResult])
  const isOld = useMemo(() => {
    if (!question) return false
    const now = requestOf(form, form.area ?? question.request.area)
    return 'problems' in now || JSON.stringify(now.request) !== JSON.stringify(question.request)
  }, [form, question])
  const toPart = (next: Part) => {
    setLooked(null)
    setPart(next)
    if (of) update({ task: { name: 'proposal', of: '' } })
  }
  const parts: { readonly id: Part; readonly title: string }[] = [
    { id: 'ask', title: t(words.ask) },
    ...(question ? [{ id: 'answer' as const, title: t(words.answer) }] : []),
    { id: 'saved', title: t(words.saved(saved.data?.length ?? 0)) },
  ]
  return (
    <Panel
      title={t(words.title)}
      over={t(words.over)}
      onClose={onClose}
      footer={
        shownPart === 'ask' && asks ? (
          <Button
            kind="primary"
            className={styles.propose}
            busy={waiting}
            disabled={!study.area}
            onClick={pose}
          >
            {t(waiting ? words.fetching : words.propose)}
          </Button>
        ) : shownPart === 'answer' && busy ? (
          <div className={styles.progress}>
            <span className={styles.turning} aria-hidden="true" />
            <span>{t(stage === 'searching' ? words.searching : words.proving)}</span>
            <Button size="s" onClick={desk.cancel}>
              {t(words.cancel)}
            </Button>
          </div>
        ) : undefined
      }
    >
      <div ref={body} className={styles.body}>
        {asks && (
          <fieldset className={styles.parts}>
            <legend className="sr-only">{t(words.parts)}</legend>
            {parts.map(({ id, title }) => (
              <button key={id} type="button" aria-pressed={shownPart === id} onClick={() => toPart(id)}>
                {title}
              </button>
            ))}
          </fieldset>
        )}
        {shownPart === 'ask' && (
          <AskForm
            form={form}
            problems={problems}
            onChange={change}
            study={study}
            risk={risk}
            riskShown={riskShown}
            onRiskShown={setRiskShown}
            error={ground.error ?? demand.error ?? lights.error}
            onRetry={() => {
              void ground.refetch()
              void demand.refetch()
            }}
          />
        )}
        {shownPart === 'answer' && (
          <>
            {!result && busy && <Skeleton lines={9} />}
            {stage === 'cancelled' && <Note>{t(words.cancelled)}</Note>}
            {stage === 'failed' && <Note tone="danger">{t(words.failed)}</Note>}
            {stage === 'refused' && view.refusal && (
              <Note
                tone="warning"
                actions={
                  <Button size="s" onClick={() => toPart('ask')}>
                    {t(words.changeQuestion)}
                  </Button>
                }
              >
                {t(view.refusal.text)}
              </Note>
            )}
            {question && result && (
              <OwnAnswer
                desk={desk}
                view={view}
                question={question}
                result={result}
                isOld={isOld}
                onAskAgain={() => {
                  toPart('ask')
                  setWaiting(true)
                }}
                looked={looked}
                onLook={setLooked}
              />
            )}
          </>
        )}
        {shownPart === 'saved' &&
          (of ? (
            <SavedAnswer
              run={run}
              looked={looked}
              onLook={setLooked}
              onBack={() => toPart('saved')}
              {...(asks && {
                onAskLikeIt: (request: ProposalRequest) => {
                  change(formOf(request))
                  toPart('ask')
                },
              })}
            />
          ) : (
            <SavedRuns asks={asks} onOpen={(id) => update({ task: { name: 'proposal', of: id } })} />
          ))}
      </div>
      {asking && riskShown && risk.grid && <RiskOverlay grid={risk.grid} weights={form.weights} />}
      <SiteOverlay
        area={asking ? study.area : (shownRequest?.area ?? null)}
        excluded={asking ? form.excluded : (shownRequest?.rules.excluded ?? none)}
        drawn={asking ? form.drawn : none}
        sites={sites}
        looked={looked}
        onLook={setLooked}
      />
    </Panel>
  )
}

const none: readonly never[] = []
