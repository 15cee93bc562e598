import type { Problem } from '@trygghetskartan/api/contract'
import type { ReportChallenge, ReportProof } from '@trygghetskartan/api/contract-reports'
import { fileOf, isNameless, requestOf } from './destinations.ts'
import type { Answer, Entry } from './entry.ts'
import type { ProofTask } from './proof-of-work.ts'

interface Delivery {
  readonly ask: typeof fetch
  readonly find: (task: ProofTask) => Promise<string>
}

/**
 * Sends one entry. One without a name comes with work done for it at that moment; a file goes after what it belongs to, and until both
 * have arrived all of it is sent again: what the server has already, it answers as before.
 */
export async function deliver({ ask, find }: Delivery, entry: Entry, now: number): Promise<Answer> {
  if (!isNameless(entry)) return answerOf(await request(ask, entry, now, null))
  let answer: Answer = { status: 0 }
  // A challenge may have been spent or too old by the time it is answered: another, once.
  for (let tries = 0; tries < 2; tries++) {
    const proof = await prove(ask, find, entry)
    if ('status' in proof) return proof
    answer = await answerOf(await request(ask, entry, now, proof))
    if (!(answer.status === 422 && answer.fields?.includes('proof'))) break
    // Later, as with a server that is busy.
    answer = { ...answer, status: 425 }
  }
  const file = fileOf(entry)
  return answer.status < 300 && answer.status > 0 && file ? sendFile(ask, entry, file, answer) : answer
}

async function prove(
  ask: typeof fetch,
  find: Delivery['find'],
  { language }: Entry,
): Promise<ReportProof | Answer> {
  const headers = { accept: 'application/json', 'accept-language': language }
  const response = await ask('/api/reports/challenge', {
    headers,
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => null)
  if (!response?.ok) return answerOf(response)
  const task = (await response.json().catch(() => null)) as ReportChallenge | null
  return task ? { challenge: task.challenge, nonce: await find(task) } : { status: 0 }
}

/** The file after what it belongs to. Where it is refused for good, the rest has arrived all the same. */
async function sendFile(
  ask: typeof fetch,
  { language }: Entry,
  { path, headers, file }: NonNullable<ReturnType<typeof fileOf>>,
  before: Answer,
): Promise<Answer> {
  const response = await ask(path, {
    method: 'PUT',
    headers: {
      accept: 'application/json',
      'accept-language': language,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: file,
    credentials: 'omit',
  }).catch(() => null)
  const answer = await answerOf(response)
  const refused = answer.status >= 400 && answer.status < 500 && ![401, 408, 425, 429].includes(answer.status)
  return refused ? { ...answer, status: before.status, title: answer.title ?? '' } : answer
}

function request(
  ask: typeof fetch,
  entry: Entry,
  now: number,
  proof: ReportProof | null,
): Promise<Response | null> {
  const { method, path, body } = requestOf(entry, now, proof)
  const headers = {
    accept: 'application/json',
    'accept-language': entry.language,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const request: RequestInit = {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(isNameless(entry) && { credentials: 'omit' }),
  }
  return ask(path, request).catch(() => null)
}

async function answerOf(response: Response | null): Promise<Answer> {
  if (!response) return { status: 0 }
  if (response.ok) return { status: response.status }
  const problem = (await response.json().catch(() => null)) as Problem | null
  const retryAfter = Number(response.headers.get('retry-after'))
  const details = [problem?.detail, ...(problem?.errors ?? []).map(({ message }) => message)].filter(Boolean)
  return {
    status: response.status,
    ...(retryAfter > 0 && { retryAfter }),
    ...(problem?.title && { title: problem.title }),
    ...(details.length > 0 && { detail: details.join(' ') }),
    ...(problem?.errors && { fields: problem.errors.map(({ field }) => field) }),
  }
}
