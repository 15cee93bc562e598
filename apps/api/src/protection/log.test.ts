import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

describe('the log', () => {
  it('hides what opens something, wherever it stands in what is logged', () => {
    const lines: string[] = []
    const log = createLog('trace', { write: (line: string) => void lines.push(line) })
    const word = 'opens-the-door'
    log.info({ cookie: word, headers: { cookie: word, authorization: word, 'set-cookie': word } }, 'request')
    log.info({ req: { headers: { cookie: word, authorization: word } } }, 'request')
    log.warn({ env: { SESSION_SECRET: word, DATABASE_URL: word, METRICS_TOKEN: word } }, 'start')
    log.error(
      { err: Object.assign(new Error('refused'), { request: { headers: { authorization: word } } }) },
      'failed',
    )
    log.error({ body: { code: word, refresh_token: word, id_token: word, client_secret: word } }, 'exchange')
    expect(lines).toHaveLength(5)
    expect(lines.join('')).not.toContain(word)
  })

  it('still tells what went wrong', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line: string) => void lines.push(line) })
    log.error(
      { err: Object.assign(new Error('no such table'), { code: '42P01' }), path: '/api/layers' },
      'failed',
    )
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { message: 'no such table', code: '42P01' },
      path: '/api/layers',
    })
  })
})
