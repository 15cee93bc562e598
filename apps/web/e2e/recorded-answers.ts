import type { BrowserContext, Response } from 'playwright-core'

/** One answer of the server: where it was asked for, and its body as text, bytes as Latin-1. */
export interface Answer {
  readonly path: string
  readonly status: number
  readonly body: string
}

/** Keeps every answer that reaches a browser context, streams of events aside: those never end. */
export function recordAnswers(context: BrowserContext): () => Promise<readonly Answer[]> {
  const reading: Promise<Answer | null>[] = []
  const read = async (response: Response): Promise<Answer | null> => {
    const { pathname } = new URL(response.url())
    if (pathname === '/api/changes') return null
    // A page that is left takes its last answers with it.
    const body = await response.body().catch(() => null)
    return body && { path: pathname, status: response.status(), body: body.toString('latin1') }
  }
  context.on('response', (response) => reading.push(read(response)))
  return async () => (await Promise.all(reading)).filter((answer) => answer !== null)
}
