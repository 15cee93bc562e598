import { useQuery } from '@tanstack/react-query'
import type { ProposalResult, ProposedSite } from '@trygghetskartan/siting'
import { useEffect, useState } from 'react'
import { proposal as words } from '../messages/proposal.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { usePlan } from '../plan/plan-context.ts'
import { plansApi } from '../plans/plans-api.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './answer.module.css'
import { AnswerView } from './answer-view.tsx'
import { layerFor } from './draft-of.ts'
import shared from './proposal.module.css'
import type { DeskView, ProposalDesk, Question } from './proposal-desk.ts'
import { PutInPlan } from './put-in-plan.tsx'
import { SaveRun } from './save-run.tsx'

interface OwnAnswerProps {
  readonly desk: ProposalDesk
  readonly view: DeskView
  readonly question: Question
  readonly result: ProposalResult
  /** The form says something else now than what was asked. */
  readonly isOld: boolean
  readonly onAskAgain: () => void
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
}

/** The answer to one's own question: places are chosen and become drafts, and the whole can be saved. */
export function OwnAnswer({
  desk,
  view,
  question,
  result,
  isOld,
  onAskAgain,
  looked,
  onLook,
}: OwnAnswerProps) {
  const t = useText()
  const { layers } = useSession()
  const plan = usePlan()
  const [, update] = useUrlState()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [doing, setDoing] = useState<'put' | 'save' | null>(null)
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => plansApi.drafts(signal) })
  const busy = view.stage === 'searching' || view.stage === 'proving'
  const picked = result.sites.filter(({ id }) => chosen.has(id))

  // What was taken back again, or deleted, is no longer a draft of ours.
  const known = drafts.data && new Set(drafts.data.features.map(({ id }) => id))
  const pending = plan?.steps.busy === true || drafts.isFetching
  useEffect(() => {
    if (!known || pending) return
    const gone = Object.entries(view.drafts).filter(([, { id }]) => !known.has(id))
    if (gone.length > 0) desk.undrafted(gone.map(([site]) => site))
  }, [known, pending, view.drafts, desk])

  const mark = (site: ProposedSite, number: number) => {
    const draft = view.drafts[site.id]
    if (draft)
      return (
        <p className={styles.drafted}>
          <Icon name="check" size={16} />
          {t(words.inPlan)}
          <Button size="s" kind="quiet" onClick={() => update({ task: undefined, selected: draft })}>
            {t(words.openDraft)}
          </Button>
        </p>
      )
    if (!layerFor(layers, site.kind)) return <p className={shared.help}>{t(words.noLayer)}</p>
    return (
      <label className={shared.tick}>
        <input
          type="checkbox"
          checked={chosen.has(site.id)}
          disabled={busy}
          aria-label={t(words.chooseSite(number, t(siteTitles[site.kind]).toLowerCase()))}
          onChange={(event) => {
            const next = new Set(chosen)
            if (event.target.checked) next.add(site.id)
            else next.delete(site.id)
            setChosen(next)
          }}
        />
        {t(words.choose)}
      </label>
    )
  }
  return (
    <AnswerView
      request={question.request}
      seed={question.seed}
      result={result}
      busy={busy}
      looked={looked}
      onLook={onLook}
      mark={mark}
    >
      {view.stage === 'stopped' && <Note>{t(words.stopped)}</Note>}
      {isOld && !busy && (
        <Note
          tone="info"
          actions={
            <Button size="s" onClick={onAskAgain}>
              {t(words.proposeAgain)}
            </Button>
          }
        >
          {t(words.oldQuestion)}
        </Note>
      )}
      {!busy && (
        <div className={styles.deeds}>
          {doing === null && (
            <>
              <Button
                kind="primary"
                disabled={picked.length === 0 || !plan}
                aria-describedby="proposal-choose"
                onClick={() => setDoing('put')}
              >
                {t(words.accept(picked.length))}
              </Button>
              <Button disabled={view.savedAs !== null} onClick={() => setDoing('save')}>
                {t(view.savedAs ? words.isSaved : words.save)}
              </Button>
              {picked.length === 0 && (
                <p id="proposal-choose" className={shared.help}>
                  {t(words.chooseFirst)}
                </p>
              )}
            </>
          )}
          {doing === 'put' && (
            <PutInPlan
              sites={picked}
              request={question.request}
              desk={desk}
              onDone={() => {
                setDoing(null)
                setChosen(new Set())
              }}
            />
          )}
          {doing === 'save' && (
            <SaveRun question={question} result={result} desk={desk} onDone={() => setDoing(null)} />
          )}
        </div>
      )}
    </AnswerView>
  )
}
