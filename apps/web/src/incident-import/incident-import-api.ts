import type {
  IncidentImportLine,
  IncidentKind,
  IncidentMapping,
  IncidentSummary,
  IncidentUpload,
  KeptIncidentMapping,
} from '@trygghetskartan/api/contract-incidents'
import { call, ProblemError, unreachable } from '../api.ts'
import { follow } from './follow.ts'

export interface Stage {
  /** Share of the file that has reached the server, 0 to 1; null where nothing is sent. */
  readonly sent: number | null
  readonly progress: IncidentImportLine['progress'] | null
}

interface Work {
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
}

export interface Told {
  readonly summary: IncidentSummary
  /** Of the import; null of a preview. */
  readonly id: string | null
}

const mappingPath = (name: string) => `/api/incidents/mappings/${encodeURIComponent(name)}`

export const incidentImportApi = {
  kinds: () => call<IncidentKind[]>('GET', '/api/incidents/kinds'),
  mappings: () => call<KeptIncidentMapping[]>('GET', '/api/incidents/mappings'),
  keep: (name: string, mapping: IncidentMapping) =>
    call<KeptIncidentMapping[]>('PUT', mappingPath(name), { body: mapping }),
  letGo: (id: string) => call<void>('DELETE', `/api/incidents/uploads/${id}`),
  async upload(file: File, { signal, onStage }: Work): Promise<IncidentUpload> {
    const search = new URLSearchParams({ name: file.name.slice(0, 300) })
    const text = await follow(`/api/incidents/uploads?${search}`, file, {
      signal,
      onSent: (sent) => onStage({ sent, progress: null }),
    })
    return JSON.parse(text) as IncidentUpload
  },
  /** Looks at a file that has been sent, or takes it in. Rejects with ProblemError. */
  async run(id: string, mapping: IncidentMapping, preview: boolean, work: Work): Promise<Told> {
    let told: Told | null = null
    let problem: IncidentImportLine['problem']
    await follow(`/api/incidents/uploads/${id}/${preview ? 'preview' : 'import'}`, JSON.stringify(mapping), {
      signal: work.signal,
      onLine(line) {
        const said = line as IncidentImportLine
        if (said.progress) work.onStage({ sent: null, progress: said.progress })
        if (said.summary) told = { summary: said.summary, id: said.id ?? null }
        if (said.problem) problem = said.problem
      },
    })
    if (told) return told
    throw new ProblemError(problem ?? unreachable())
  },
}
