import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http'

/** Milliseconds. */
export interface Patience {
  /** Until the headers are there. */
  readonly headers: number
  /** Until a small body is there. */
  readonly body: number
  /** Until a photograph is there, over a telephone's slow line. */
  readonly photo: number
  /** Until an import is there: an extract of a country takes its time. */
  readonly file: number
}

export const defaultPatience: Patience = {
  headers: 20_000,
  body: 30_000,
  photo: 5 * 60_000,
  file: 60 * 60_000,
}

const maximumHeaders = 100
const maximumHeaderBytes = 16 * 1024

/** What Node's server is made with; past these it answers 431 and 408 by itself. */
export const serverLimits = ({ headers, file }: Patience): ServerOptions => ({
  maxHeaderSize: maximumHeaderBytes,
  headersTimeout: headers,
  requestTimeout: file,
  connectionsCheckingInterval: Math.min(headers, 5000),
})

const patienceFor = (path: string, patience: Patience): number => {
  if (path.startsWith('/api/imports')) return patience.file
  return /^\/api\/measures\/[^/]+\/photos/.test(path) ? patience.photo : patience.body
}

/** Node drops headers past a count in silence, and with them perhaps a proxy's: none is dropped, and `admit` refuses instead. */
export const keepHeaders = (server: Server): void => {
  server.maxHeadersCount = 0
}

/** Refuses a request with too many headers, and ends one whose body does not come. False: it is answered. */
export function admit(request: IncomingMessage, response: ServerResponse, patience: Patience): boolean {
  if (request.rawHeaders.length > maximumHeaders * 2) {
    response.writeHead(431, { connection: 'close', 'content-length': 0 }).end()
    return false
  }
  const { headers } = request
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'])) return true
  const timer = setTimeout(
    () => {
      if (request.complete) return
      // Nobody waits for words: the connection says it and is gone.
      if (!response.headersSent)
        request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
      request.socket.destroySoon()
    },
    patienceFor(request.url ?? '', patience),
  )
  request.once('close', () => clearTimeout(timer))
  return true
}
