import type { Problem } from '@trygghetskartan/api/contract'
import type { ImportProgress, ImportSummary } from '@trygghetskartan/api/imports/summary'
import { letInAgain } from '../admission.ts'
import { ProblemError, spoken, unreachable } from '../api.ts'
import { searchOf } from './admin-api.ts'

export const importFormats = ['geojson', 'csv', 'osm', 'polisen', 'survey'] as const
export type ImportFormat = (typeof importFormats)[number]
export type { ImportProgress, ImportSummary }

export interface ImportQuery {
  readonly format: ImportFormat
  /** For formats that do not say it themselves. */
  readonly layer?: string | undefined
  readonly name: string
  /** Everything is read and checked, nothing is written. */
  readonly preview: boolean
}

export interface ImportStage {
  /** Share of the file that has reached the server, 0 to 1. */
  readonly sent: number
  readonly progress: ImportProgress | null
}

interface ImportWork {
  readonly signal: AbortSignal
  readonly onStage: (stage: ImportStage) => void
}

type Line =
  | { readonly progress: ImportProgress }
  | { readonly reject: unknown }
  | { readonly summary: ImportSummary }
  | { readonly problem: Problem }

/** Sends a file and follows how far it has come. Rejects with ProblemError, or with AbortError where it was stopped. */
export async function importFile(file: File, query: ImportQuery, work: ImportWork): Promise<ImportSummary> {
  const first = await send(file, query, work)
  const last = first.status === 401 && (await letInAgain(first)) ? await send(file, query, work) : first
  if ('summary' in last) return last.summary
  throw new ProblemError(last)
}

/** fetch tells nothing of how much has been sent, so this one goes the old way. */
function send(
  file: File,
  { format, layer, name, preview }: ImportQuery,
  { signal, onStage }: ImportWork,
): Promise<{ summary: ImportSummary; status: 200 } | Problem> {
  const { promise, resolve, reject } = Promise.withResolvers<
    { summary: ImportSummary; status: 200 } | Problem
  >()
  const request = new XMLHttpRequest()
  let stage: ImportStage = { sent: 0, progress: null }
  const tell = (change: Partial<ImportStage>) => {
    stage = { ...stage, ...change }
    onStage(stage)
  }
  let read = 0
  let last: { summary: ImportSummary; status: 200 } | Problem | null = null
  const readLines = (whole: boolean) => {
    const text = request.responseText
    const end = whole ? text.length : text.lastIndexOf('\n') + 1
    for (const line of text.slice(read, end).split('\n')) {
      if (line.trim() === '') continue
      const said = JSON.parse(line) as Line
      if ('progress' in said) tell({ progress: said.progress })
      if ('summary' in said) last = { summary: said.summary, status: 200 }
      if ('problem' in said) last = said.problem
    }
    read = end
  }
  request.upload.onprogress = ({ loaded, total }) => tell({ sent: total > 0 ? loaded / total : 0 })
  request.onprogress = () => request.status === 200 && readLines(false)
  request.onload = () => {
    if (request.status !== 200) return resolve(problemOf(request))
    readLines(true)
    resolve(last ?? unreachable())
  }
  request.onerror = () => resolve(unreachable())
  request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.open('POST', `/api/imports${searchOf({ format, layer, name, preview: preview ? 1 : undefined })}`)
  for (const [header, value] of Object.entries(spoken())) request.setRequestHeader(header, value)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return promise
}

function problemOf(request: XMLHttpRequest): Problem {
  const isJson = request.getResponseHeader('content-type')?.includes('json')
  return isJson ? (JSON.parse(request.responseText) as Problem) : { ...unreachable(), status: request.status }
}
