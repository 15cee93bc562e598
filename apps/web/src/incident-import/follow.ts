import type { Problem } from '@trygghetskartan/api/contract'
import { letInAgain } from '../admission.ts'
import { ProblemError, spoken, unreachable } from '../api.ts'

interface Work {
  readonly signal: AbortSignal
  /** Share of the body that has reached the server, 0 to 1. */
  readonly onSent?: (share: number) => void
  /** Each line of JSON of the answer, as it comes. */
  readonly onLine?: (line: unknown) => void
}

/**
 * Posts a file or JSON and follows the answer as it comes: fetch tells nothing of how much has been sent. Returns the whole answer's text.
 * Rejects with ProblemError, or with AbortError where it was stopped.
 */
export async function follow(path: string, body: Blob | string, work: Work): Promise<string> {
  const first = await send(path, body, work)
  const last =
    typeof first !== 'string' && first.status === 401 && (await letInAgain(first))
      ? await send(path, body, work)
      : first
  if (typeof last === 'string') return last
  throw new ProblemError(last)
}

function send(
  path: string,
  body: Blob | string,
  { signal, onSent, onLine }: Work,
): Promise<string | Problem> {
  const { promise, resolve, reject } = Promise.withResolvers<string | Problem>()
  const request = new XMLHttpRequest()
  let read = 0
  const readLines = (end: number) => {
    for (const line of request.responseText.slice(read, end).split('\n'))
      if (line.trim() !== '') onLine?.(JSON.parse(line))
    read = end
  }
  const succeeded = () => request.status >= 200 && request.status < 300
  request.upload.onprogress = ({ loaded, total }) => onSent?.(total > 0 ? loaded / total : 0)
  request.onprogress = () => onLine && succeeded() && readLines(request.responseText.lastIndexOf('\n') + 1)
  request.onload = () => {
    if (!succeeded()) return resolve(problemOf(request))
    if (onLine) readLines(request.responseText.length)
    resolve(request.responseText)
  }
  request.onerror = () => resolve(unreachable())
  request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.open('POST', path)
  for (const [header, value] of Object.entries(spoken())) request.setRequestHeader(header, value)
  request.setRequestHeader(
    'content-type',
    typeof body === 'string' ? 'application/json' : 'application/octet-stream',
  )
  request.send(body)
  return promise
}

function problemOf(request: XMLHttpRequest): Problem {
  const isJson = request.getResponseHeader('content-type')?.includes('json')
  return isJson ? (JSON.parse(request.responseText) as Problem) : { ...unreachable(), status: request.status }
}
