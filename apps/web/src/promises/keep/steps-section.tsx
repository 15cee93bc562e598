import { useNavigate } from '@tanstack/react-router'
import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { Commitment, NewEvaluation, NewStatusLine } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { ProblemError } from '../../api.ts'
import { partyWords } from '../../messages/promises.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { swedishClock } from '../../problems/swedish-clock.ts'
import { useSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorNote, Note } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { promisesApi } from '../promises-api.ts'
import { EvaluationClash, rewritten } from './evaluation-clash.tsx'
import { evaluationFields, signatureFields, statusFields } from './fields.ts'
import { useSaving } from './use-saving.ts'

type Asking = 'status' | 'evaluate' | 'sign'

const forms: Readonly<Record<Asking, readonly FieldDescription[]>> = {
  status: statusFields,
  evaluate: evaluationFields,
  sign: signatureFields,
}
const titles = { status: words.say, evaluate: words.evaluate, sign: words.sign } as const

/** What may be done with a promise now: published, said how it goes, evaluated, signed. */
export function StepsSection({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const { me } = useSession()
  const navigate = useNavigate()
  const { save, tryTo, error } = useSaving()
  const [asking, setAsking] = useState<Asking | null>(null)
  // As one saw it when one began to write, and as one has been told since.
  const [opened, setOpened] = useState(promise)
  const [seen, setSeen] = useState(promise)
  const ask = (what: Asking) => {
    setOpened(promise)
    setSeen(promise)
    setAsking(what)
  }
  const { may = [], state, evaluation } = promise
  const party = me.audience === 'police' ? 'police' : 'municipality'
  const today = swedishClock(new Date().toISOString()).day
  const initial = {
    status: { status: promise.status, on: today },
    evaluate: { text: evaluation?.text, result: evaluation?.result },
    sign: {},
  }
  const send = (values: Record<string, unknown>) =>
    asking === 'status'
      ? promisesApi.say(seen, values as unknown as NewStatusLine)
      : asking === 'evaluate'
        ? promisesApi.evaluate(seen, values as unknown as NewEvaluation)
        : promisesApi.sign(seen, String(values.role))
  const remove = async () => {
    await promisesApi.remove(promise)
    await navigate({ to: '/planera/loften' })
  }
  if (state === 'evaluated') return <Note>{t(words.isClosed)}</Note>
  return (
    <section className={styles.section} aria-label={t(words.steps)}>
      <h3>{t(words.steps)}</h3>
      {error !== null && <ErrorNote error={error} />}
      {!may.includes('edit') && <p className={styles.soft}>{t(words.readOnly)}</p>}
      <div className={styles.buttons}>
        {may.includes('publish') && (
          <Button
            kind="primary"
            icon={<Icon name="globe" size={16} />}
            onClick={() => confirm(t(words.publishSure)) && tryTo(() => promisesApi.publish(promise))}
          >
            {t(words.publish)}
          </Button>
        )}
        {may.includes('status') && (
          <Button kind={state === 'draft' ? 'plain' : 'primary'} onClick={() => ask('status')}>
            {t(words.say)}
          </Button>
        )}
        {may.includes('evaluate') && <Button onClick={() => ask('evaluate')}>{t(words.evaluate)}</Button>}
        {may.includes('sign') && (
          <Button icon={<Icon name="key" size={16} />} onClick={() => ask('sign')}>
            {t(words.sign)}
          </Button>
        )}
        {may.includes('remove') && (
          <Button
            kind="quiet"
            icon={<Icon name="bin" size={16} />}
            onClick={() => confirm(t(words.removeSure)) && tryTo(remove)}
          >
            {t(words.removeDraft)}
          </Button>
        )}
      </div>
      {asking && (
        <Dialog title={t(titles[asking])} onClose={() => setAsking(null)}>
          {asking === 'sign' && <p className={styles.soft}>{t(words.signLead(t(partyWords[party])))}</p>}
          <FieldsForm
            fields={forms[asking]}
            initial={initial[asking]}
            saveLabel={t(titles[asking])}
            onCancel={() => setAsking(null)}
            onSave={async (values) => {
              try {
                await save(() => send(values))
                setAsking(null)
              } catch (refused) {
                const now = await promisesApi.read(promise.id).catch(() => seen)
                setSeen(now)
                // What the other has written is shown instead.
                const stale = refused instanceof ProblemError && refused.problem.status === 412
                if (!stale || asking === 'status' || rewritten(seen, now).length === 0) throw refused
              }
            }}
          >
            {asking !== 'status' && (
              <EvaluationClash opened={opened} now={seen} signing={asking === 'sign'} />
            )}
          </FieldsForm>
        </Dialog>
      )}
    </section>
  )
}
