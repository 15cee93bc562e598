import { EventEmitter } from 'node:events'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { nobody, operatorOf } from '../identity/caller.ts'
import { holdStreams } from './hold-streams.ts'

const account = (id: string) => ({
  ...nobody('192.0.2.1'),
  via: 'session' as const,
  audience: 'planner' as const,
  account: { id, name: id },
})

describe('open change streams', () => {
  const callers = {
    a: account('a'),
    b: account('b'),
    nobody: nobody('192.0.2.1'),
    operator: operatorOf('127.0.0.1'),
  }
  const app = new Hono<Variables>()
    .use(async (c, next) => {
      c.set('caller', callers[c.req.query('as') as keyof typeof callers])
      await next()
    })
    .use(holdStreams({ ofAccount: 2, ofAddress: 3 }))
    .all('*', (c) => c.text('open'))
  app.onError((error, c) => c.text(error.message, error instanceof ProblemError ? 429 : 500))

  const ask = async (as: keyof typeof callers, path = '/api/changes') => {
    const outgoing = new EventEmitter()
    const { status } = await app.request(`${path}?as=${as}`, {}, { outgoing })
    return { status, close: () => outgoing.emit('close') }
  }

  it('are so many of an account, and of an address where nobody has signed in', async () => {
    const first = await ask('a')
    expect([first.status, (await ask('a')).status, (await ask('a')).status]).toEqual([200, 200, 429])
    expect((await ask('b')).status).toBe(200)
    const public_ = [await ask('nobody'), await ask('nobody'), await ask('nobody'), await ask('nobody')]
    expect(public_.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    first.close()
    expect((await ask('a')).status).toBe(200)
    expect((await ask('a')).status).toBe(429)
  })

  it('are nothing that other requests or the operator count to', async () => {
    for (let i = 0; i < 5; i++) {
      expect((await ask('a', '/api/layers')).status).toBe(200)
      expect((await ask('operator')).status).toBe(200)
    }
  })
})
