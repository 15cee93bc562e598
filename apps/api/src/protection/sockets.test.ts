import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Variables } from '../context.ts'
import { ProblemError, toProblem } from '../errors.ts'
import { holdBody } from './body.ts'
import { admit, keepHeaders, type Patience, serverLimits } from './sockets.ts'

const patience: Patience = { headers: 600, body: 600, photo: 3000, file: 5000 }

/** The middleware of the server on a real socket, with a route that reads a body and one that streams a file. */
async function open(): Promise<{ server: Server; port: number; read: () => number }> {
  let read = 0
  const app = new Hono<Variables>()
    .use(holdBody({ maxBytes: 1000, forms: /^$/, files: [{ path: /^\/api\/imports$/, maxBytes: 100_000 }] }))
    .post('/api/imports', async (c) => {
      for await (const part of c.req.raw.body ?? []) read += part.length
      return c.text(String(read))
    })
    .all('*', async (c) => c.json(await c.req.json()))
  app.onError((error, c) =>
    c.json(error instanceof ProblemError ? toProblem(error, 'en') : { title: error.message }, {
      status: error instanceof ProblemError ? (toProblem(error, 'en').status as 413) : 500,
    }),
  )
  const answer = getRequestListener(app.fetch)
  const server = createServer(serverLimits(patience), (request, response) => {
    if (admit(request, response, patience)) void answer(request, response)
  })
  keepHeaders(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port, read: () => read }
}

describe('a connection', () => {
  let server: Server
  let port: number
  let read: () => number

  beforeAll(async () => {
    ;({ server, port, read } = await open())
  })
  afterAll(() => void server.closeAllConnections())

  /** Writes the parts as fast as they are taken and returns everything that came back when the other end closed, or `wait` has passed. */
  async function talk(parts: Iterable<string>, wait = 4000): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text
    })
    // A refusal may come while we are still sending: then the rest goes nowhere.
    socket.on('error', () => socket.destroy())
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    const drained = () => new Promise<void>((resolve) => socket.once('drain', resolve))
    for (const part of parts) {
      if (socket.destroyed) break
      if (!socket.write(part)) await Promise.race([drained(), closed])
    }
    const timer = setTimeout(() => socket.destroy(), wait)
    await closed
    clearTimeout(timer)
    return answer
  }

  const head = (...lines: string[]) =>
    `${['POST /api/measures HTTP/1.1', 'Host: here', ...lines].join('\r\n')}\r\n\r\n`
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
  const json = 'Content-Type: application/json'

  it('may send a small body in chunks', async () => {
    const answer = await talk([
      head(json, 'Transfer-Encoding: chunked', 'Connection: close'),
      chunk('{"a":'),
      chunk('1}'),
      '0\r\n\r\n',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 200[\s\S]*\{"a":1\}/)
  })

  it('is refused with 413 as soon as its chunks are too many, whatever length it tells besides', async () => {
    const flood = function* (lines: string[]) {
      yield head(json, ...lines)
      for (let i = 0; i < 5000; i++) yield chunk('x'.repeat(1000))
    }
    expect(await talk(flood(['Transfer-Encoding: chunked']))).toMatch(/^HTTP\/1\.1 413/)
    // Both at once is how requests are smuggled past a proxy.
    expect(await talk(flood(['Content-Length: 10', 'Transfer-Encoding: chunked']))).toMatch(
      /^HTTP\/1\.1 4(?:00|13)/,
    )
  })

  it('is refused with 413 by the length it tells, before any of it has come', async () => {
    expect(await talk([head(json, 'Content-Length: 5000')])).toMatch(/^HTTP\/1\.1 413/)
  })

  it('has what stands after the told length read as no part of the body', async () => {
    const answer = await talk([
      head(json, 'Content-Length: 2', 'Connection: close'),
      '{}',
      'x'.repeat(100_000),
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200[\s\S]*\{\}|400)/)
  })

  it('streams a file and stops reading it where it is too large', async () => {
    const file = (size: number) =>
      function* () {
        yield 'POST /api/imports HTTP/1.1\r\nHost: here\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n'
        for (let i = 0; i < size; i += 10_000) yield chunk('x'.repeat(10_000))
        yield '0\r\n\r\n'
      }
    expect(await talk(file(90_000)())).toMatch(/^HTTP\/1\.1 200[\s\S]*90000/)
    const before = read()
    expect(await talk(file(5_000_000)())).toMatch(/^HTTP\/1\.1 413/)
    expect(read() - before).toBeLessThanOrEqual(100_000)
  })

  it.each([
    ['whose body does not come', [head(json, 'Content-Length: 100'), '{']],
    ['whose chunks do not end', [head(json, 'Transfer-Encoding: chunked'), chunk('{')]],
    ['whose headers do not end', ['POST /api/measures HTTP/1.1\r\nHost: here\r\n']],
  ])('%s is ended with 408', async (_, parts) => {
    const started = performance.now()
    expect(await talk(parts)).toMatch(/^HTTP\/1\.1 408/)
    expect(performance.now() - started).toBeLessThan(3500)
  })

  it('with too many or too large headers is refused with 431', async () => {
    const many = Array.from({ length: 120 }, (_, i) => `X-${i}: 1`)
    expect(await talk([head(json, ...many, 'Content-Length: 0')])).toMatch(/^HTTP\/1\.1 431/)
    expect(await talk([head(`Cookie: ${'x'.repeat(20_000)}`)])).toMatch(/^HTTP\/1\.1 431/)
  })

  it.each(['gzip', 'br', 'deflate'])('with a body packed as %s is refused with 415', async (coding) => {
    const answer = await talk([
      head(json, `Content-Encoding: ${coding}`, 'Content-Length: 2', 'Connection: close'),
      '{}',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 415/)
  })
})
