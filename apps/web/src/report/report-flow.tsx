import { type ReactNode, useEffect } from 'react'
import { frame } from '../messages/frame.ts'
import { receipt as receiptWords } from '../messages/receipt.ts'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { readAgreed } from './agreed.ts'
import { lookedAt } from './alike.ts'
import { AlikeStep } from './alike-step.tsx'
import { steps } from './draft.ts'
import { ReviewStep } from './review-step.tsx'
import { SentStep } from './sent-step.tsx'
import { StartOver } from './start-over.tsx'
import type { ReportConfig } from './step.ts'
import styles from './steps.module.css'
import { TellStep } from './tell-step.tsx'
import { ThanksStep } from './thanks-step.tsx'
import { isBegun } from './use-report-draft.ts'
import { type FlowStep, useReportFlow } from './use-report-flow.ts'
import { WaitingHere } from './waiting-here.tsx'
import { WhenStep } from './when-step.tsx'
import { WhereStep } from './where-step.tsx'
import { WhyStep } from './why-step.tsx'
import { Wizard } from './wizard.tsx'

const titles = {
  plats: words.where,
  lika: words.alike,
  skal: words.why,
  tid: words.when,
  ord: words.tell,
  granska: words.review,
  klar: receiptWords.receipt,
} as const satisfies Record<FlowStep, unknown>

/** The whole report, from where to its receipt. */
export function ReportFlow({ config }: { readonly config: ReportConfig }) {
  const t = useWords()
  const flow = useReportFlow(config)
  const { step, draft, onDraft, sent, outbox } = flow
  const at = steps.indexOf(step as (typeof steps)[number])
  const isThanks = step === 'klar' && sent?.kind === 'support'
  const title = t(isThanks ? words.thanks : titles[step])
  const entry = outbox.entries.find(({ id }) => id === sent?.id)
  const reachable = flow.online && outbox.contact !== 'offline'
  useEffect(() => {
    document.title = `${title} · ${t(words.title)} · ${t(frame.name)}`
  }, [title, t])

  const shown: Record<FlowStep, () => ReactNode> = {
    plats: () => (
      <>
        <WaitingHere entries={outbox.entries} onShow={flow.show} />
        <WhereStep config={config} draft={draft} onDraft={onDraft} />
        {isBegun(draft) && <StartOver onStartOver={flow.startOver} />}
      </>
    ),
    lika: () => (
      <AlikeStep places={flow.alike} agreed={readAgreed()} onMeToo={(place) => void flow.meToo(place)} />
    ),
    skal: () => <WhyStep config={config} draft={draft} onDraft={onDraft} />,
    tid: () => <WhenStep config={config} draft={draft} onDraft={onDraft} />,
    ord: () => (
      <TellStep
        config={config}
        draft={draft}
        onDraft={onDraft}
        photo={flow.photo}
        onPhoto={flow.changePhoto}
      />
    ),
    granska: () => (
      <ReviewStep config={config} draft={draft} hasPhoto={flow.photo !== null} onChange={flow.leave} />
    ),
    klar: () =>
      isThanks ? (
        <ThanksStep
          waiting={entry?.state === 'waiting' && (!reachable || entry.trouble !== null)}
          onAnother={flow.startOver}
        />
      ) : (
        <SentStep
          code={sent?.code ?? ''}
          entry={entry}
          known={outbox.read || outbox.broken}
          reachable={reachable}
          onCorrect={(failed) => void flow.correct(failed)}
          onDiscard={(failed) => void flow.throwAway(failed)}
          onAnother={flow.startOver}
        />
      ),
  }
  const unseen = step === 'granska' && draft.looked !== lookedAt(draft) ? flow.alike.length : 0
  return (
    <>
      {!flow.online && (
        <p className={styles.banner} role="status">
          <Icon name="offline" />
          <span>
            <strong>{t(words.offline)}.</strong> {t(words.offlineHelp)}
          </span>
        </p>
      )}
      <Wizard
        name={step}
        title={title}
        nth={at >= 0 ? { at: at + 1, of: steps.length } : undefined}
        refused={flow.refused && t(flow.refused)}
        onNext={() => void flow.next()}
        notes={
          <>
            {flow.full && (
              <Note tone="danger" title={t(words.notKept)}>
                <p>{t(words.notKeptHelp)}</p>
              </Note>
            )}
            {unseen > 0 && (
              <Note
                actions={
                  <Button size="s" onClick={() => flow.leave('lika')}>
                    {t(words.alikeLook)}
                  </Button>
                }
              >
                <p>{t(words.alikeFound(unseen))}</p>
              </Note>
            )}
          </>
        }
        foot={
          step !== 'klar' && (
            <>
              {step !== 'plats' && <Button onClick={flow.back}>{t(words.back)}</Button>}
              <Button type="submit" kind="primary" busy={flow.busy}>
                {t(
                  step === 'granska'
                    ? reachable
                      ? words.send
                      : words.keepAndSend
                    : step === 'lika'
                      ? words.another
                      : words.next,
                )}
              </Button>
            </>
          )
        }
      >
        {shown[step]()}
      </Wizard>
    </>
  )
}
