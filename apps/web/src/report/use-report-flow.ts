import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useLanguage } from '../messages/text.ts'
import type { Worded } from '../messages/wording.ts'
import type { ReportContent, SupportContent } from '../outbox/destinations.ts'
import type { Entry } from '../outbox/entry.ts'
import { discard, post, useOutbox } from '../outbox/use-outbox.ts'
import { newReceiptCode } from '../receipts/receipt-code.ts'
import { useOnline } from '../reporter/use-online.ts'
import type { Search } from '../url-state.ts'
import { keepAgreed } from './agreed.ts'
import { askAlike, lookedAt, type NearbyPlace, shapeOf } from './alike.ts'
import { type Draft, newDraft, refusalOf, reportOf, type Step, steps, unfinished } from './draft.ts'
import { useKeptPhoto } from './kept-photo.ts'
import { finished, readPhoto } from './photo.ts'
import type { ReportConfig } from './step.ts'
import { useReportDraft } from './use-report-draft.ts'
import { useSent } from './use-sent.ts'

export type FlowStep = Step | 'lika' | 'klar'

/** So long one waits to be shown what is nearby, in milliseconds; later it is told before one sends. */
const patience = 1500

/** Where one is in the report, what is filled in, and the ways on. */
export function useReportFlow({ bounds }: ReportConfig) {
  const language = useLanguage()
  const online = useOnline()
  const queries = useQueryClient()
  const outbox = useOutbox()
  const [draft, changeDraft] = useReportDraft()
  const [photo, changePhoto] = useKeptPhoto()
  const [sent, changeSent] = useSent()
  const [refused, setRefused] = useState<Worded | null>(null)
  const [busy, setBusy] = useState(false)
  const [full, setFull] = useState(false)
  const { step, go } = useStep(draft, bounds, sent !== null)
  const alike = useQuery({
    ...askAlike(draft),
    enabled: online && (step === 'lika' || step === 'granska') && shapeOf(draft) !== null,
  })

  const onDraft = useCallback(
    (change: Partial<Draft>) => {
      setRefused(null)
      changeDraft(change)
    },
    [changeDraft],
  )
  const leave = (to: FlowStep) => {
    setRefused(null)
    go(to)
  }
  const next = async () => {
    if (busy) return
    if (step === 'lika') {
      onDraft({ looked: lookedAt(draft) })
      return leave('skal')
    }
    if (step === 'klar') return
    const refusal = refusalOf(step, draft, bounds)
    setRefused(refusal)
    if (refusal) return
    if (step === 'granska') return send()
    if (step !== 'plats') return leave(steps[steps.indexOf(step) + 1]!)
    setBusy(true)
    const found = online ? await inTime(queries.fetchQuery(askAlike(draft))) : null
    setBusy(false)
    leave(found && found.places.length > 0 && draft.looked !== lookedAt(draft) ? 'lika' : 'skal')
  }
  const kept = async (keep: () => Promise<void>) => {
    setBusy(true)
    setFull(false)
    await keep().catch(() => setFull(true))
    setBusy(false)
  }
  const send = () =>
    kept(async () => {
      if (photo === undefined) return
      const code = newReceiptCode()
      const content: ReportContent = {
        report: reportOf(draft, code, language),
        photo: photo && (await finished(photo)),
        draft,
      }
      const entry = await post({ kind: 'report', id: draft.id, account: null, language, content })
      // Posted before, in a page that was lost in the middle of it: its receipt is the one.
      changeSent({
        kind: 'report',
        id: entry.id,
        code: (entry.content as ReportContent | null)?.report.receipt ?? code,
      })
      forget()
    })
  const meToo = (place: NearbyPlace) =>
    kept(async () => {
      const content: SupportContent = { place: place.id }
      const { id } = await post({ kind: 'support', account: null, language, content })
      keepAgreed(place.id)
      changeSent({ kind: 'support', id, code: '' })
      forget()
    })
  const forget = () => {
    changeDraft(null)
    changePhoto(null)
    navigator.vibrate?.(30)
    go('klar', true)
  }
  const startOver = () => {
    changeSent(null)
    changeDraft(null)
    changePhoto(null)
    leave('plats')
  }
  const correct = async (entry: Entry) => {
    const { draft: before, photo: file } = entry.content as ReportContent
    const read = file && (await readPhoto(file))
    changePhoto(read && typeof read === 'object' ? read : null)
    changeDraft({ ...(before as Draft), id: newDraft().id })
    await discard(entry.id)
    changeSent(null)
    leave('plats')
  }
  const throwAway = async (entry: Entry) => {
    await discard(entry.id)
    startOver()
  }
  const show = (entry: Entry) => {
    const { receipt } = (entry.content as ReportContent).report
    changeSent({ kind: 'report', id: entry.id, code: receipt })
    go('klar')
  }
  const back = () => leave(step === 'lika' ? 'plats' : (steps[steps.indexOf(step as Step) - 1] ?? 'plats'))
  return {
    ...{ step, draft, onDraft, photo: photo ?? null, changePhoto, sent, outbox, refused, busy, full, online },
    ...{ next, back, leave, meToo, startOver, correct, throwAway, show },
    alike: alike.data?.places ?? [],
  }
}

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
  ])

/** The step in the address, so that the back button goes a step back; never past what is still to be filled in. */
function useStep(draft: Draft, bounds: ReportConfig['bounds'], hasSent: boolean) {
  const navigate = useNavigate()
  const { steg = 'plats' }: { steg?: string } = useSearch({ strict: false })
  const go = useCallback(
    (step: FlowStep, replace = false) =>
      void navigate({
        to: '/rapportera',
        search: ({ steg: _before, ...rest }: Search & { steg?: string }) => ({
          ...rest,
          ...(step !== 'plats' && { steg: step }),
        }),
        replace,
      }),
    [navigate],
  )
  const stepOf = (): FlowStep => {
    if (steg === 'klar' && hasSent) return 'klar'
    if (steg === 'lika') return unfinished('skal', draft, bounds) ? 'plats' : 'lika'
    const step = steps.find((one) => one === steg) ?? 'plats'
    return unfinished(step, draft, bounds)?.step ?? step
  }
  return { step: stepOf(), go }
}
