import { useQueryClient } from '@tanstack/react-query'
import type { IncidentMapping, IncidentUpload } from '@trygghetskartan/api/contract-incidents'
import { useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { incidentImportApi, type Stage, type Told } from './incident-import-api.ts'

export interface Wizard {
  readonly file: File | null
  readonly upload: IncidentUpload | null
  readonly mapping: IncidentMapping | null
  /** What the last look told; it may be of a mapping that has been changed since. */
  readonly preview: Told | null
  readonly changed: boolean
  readonly done: Told | null
  readonly running: { readonly what: 'send' | 'preview' | 'import'; readonly stage: Stage } | null
  readonly error: unknown
  choose(file: File): Promise<void>
  change(mapping: IncidentMapping): void
  look(): Promise<void>
  take(): Promise<void>
  /** Back to the columns, with all that has been chosen. */
  toColumns(): void
  restart(): void
  stop(): void
}

interface State {
  readonly file: File | null
  readonly upload: IncidentUpload | null
  readonly mapping: IncidentMapping | null
  readonly preview: Told | null
  readonly changed: boolean
  readonly done: Told | null
  readonly error: unknown
}
const nothing: State = {
  ...{ file: null, upload: null, mapping: null, preview: null, changed: false, done: null, error: null },
}
const noStage: Stage = { sent: null, progress: null }

/** The steps of an import. What has been chosen stays whatever goes wrong; a file that the server no longer has is sent again. */
export function useWizard(): Wizard {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [state, setState] = useState<State>(nothing)
  const [running, setRunning] = useState<Wizard['running']>(null)
  const cancel = useRef<AbortController | null>(null)
  const set = (change: Partial<State>) => setState((before) => ({ ...before, ...change }))

  type Work = { signal: AbortSignal; onStage: (stage: Stage) => void }
  async function run(what: 'send' | 'preview' | 'import', work: (how: Work) => Promise<Partial<State>>) {
    cancel.current = new AbortController()
    setRunning({ what, stage: noStage })
    set({ error: null })
    try {
      set(
        await work({
          signal: cancel.current.signal,
          onStage: (stage) => setRunning({ what, stage }),
        }),
      )
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === 'AbortError'
      if (stopped) announce(t(words.stopped), { show: true })
      else set({ error })
    } finally {
      setRunning(null)
    }
  }

  /** Runs with the file as the server has it, or sends it again. */
  async function told(preview: boolean, work: Work): Promise<Told> {
    const { file, upload, mapping } = state
    if (!file || !upload || !mapping) throw new Error('There is no file yet')
    try {
      return await incidentImportApi.run(upload.id, mapping, preview, work)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error
      const again = await incidentImportApi.upload(file, work)
      set({ upload: again })
      announce(t(words.resent), { show: true })
      return incidentImportApi.run(again.id, mapping, preview, work)
    }
  }

  const look = () =>
    run('preview', async (work) => {
      const preview = await told(true, work)
      announce(t(words.previewTitle))
      return { preview, changed: false }
    })

  return {
    ...state,
    running,
    choose: (file) =>
      run('send', async (work) => {
        setState({ ...nothing, file })
        const upload = await incidentImportApi.upload(file, work)
        return { upload, mapping: upload.guess }
      }),
    change: (mapping) => set({ mapping, changed: true }),
    look,
    take: () =>
      run('import', async (work) => {
        const done = await told(false, work)
        announce(t(words.doneTitle))
        await queries.invalidateQueries({ queryKey: ['items', 'incidents'] })
        return { done }
      }),
    toColumns: () => set({ preview: null, error: null }),
    restart() {
      if (state.upload && !state.done) incidentImportApi.letGo(state.upload.id).catch(() => {})
      setState(nothing)
    },
    stop: () => cancel.current?.abort(),
  }
}
