import type { Audience } from '@trygghetskartan/layers'
import { tokenPrefix } from '../identity/credentials.ts'
import { hashOf, newSecret } from '../identity/secret.ts'
import type { Subject } from '../rights/right.ts'
import { type DemoId, type TestApp, testOperatorToken } from './test-app.ts'

/** Somebody, or some program, that a test sends requests as. */
export interface TestCaller {
  readonly name: string
  readonly subject: Subject
  /** Neither signed in nor a program. */
  readonly nobody: boolean
  readonly account: string | null
  /** The sign-in is older than what needs a fresh one allows. */
  readonly stale: boolean
  readonly token: { readonly write: boolean; readonly layers: readonly string[] | null } | null
  readonly headers: Readonly<Record<string, string>>
  /** The same person with a session of its own. */
  readonly again?: () => Promise<Readonly<Record<string, string>>>
}

const staff: readonly [Exclude<Audience, 'public'>, DemoId][] = [
  ['reporter', 'demo-reporter'],
  ['planner', 'demo-planner'],
  ['police', 'demo-police'],
  ['admin', 'demo-admin'],
]
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const base = { nobody: false, account: null, stale: false, token: null } as const

/** Every kind of caller there is: people of each audience, nobody in four ways, programs with keys to read, to write, and to one layer. */
export async function everyCaller(app: TestApp, layerOfToken: string): Promise<TestCaller[]> {
  const openSession = (accountId: string) =>
    app.database.door((sql) =>
      app.auth.openSession(sql, {
        accountId,
        asked: { cookie: undefined, authorization: undefined, address: '' },
        userAgent: 'test',
        secure: false,
      }),
    )
  const open = async (accountId: string): Promise<string> => (await openSession(accountId)).cookie
  const accountOf = async (demo: DemoId): Promise<string> => {
    const me = (await (await app.ask(demo, 'GET', '/auth/me')).json()) as { account: { id: string } }
    return me.account.id
  }
  /** A session as it is once the columns have been set, before anybody has asked with it. */
  const changed = async (accountId: string, columns: Record<string, unknown>): Promise<string> => {
    const { id, cookie } = await openSession(accountId)
    await app.database.owner((sql) => sql`update identity.sessions set ${sql(columns)} where id = ${id}`)
    return cookie
  }
  const token = async (audience: Audience, write: boolean, layers: string[] | null): Promise<TestCaller> => {
    const secret = newSecret()
    await app.database.owner(
      (sql) => sql`
        insert into identity.tokens (name, secret_hash, hint, audience, layers, can_write, expires_at)
        values ('test', ${hashOf(secret)}, 'tk_', ${audience}, ${layers}, ${write}, now() + interval '1 day')`,
    )
    const kind = layers ? `to ${layers.join()}` : write ? 'to write' : 'to read'
    return {
      ...base,
      name: `${audience}’s key ${kind}`,
      subject: audience,
      token: { write, layers },
      headers: { authorization: `Bearer ${tokenPrefix}${secret}` },
    }
  }

  const callers: TestCaller[] = [
    { ...base, name: 'nobody', subject: 'public', nobody: true, headers: {} },
    {
      ...base,
      name: 'the operator',
      subject: 'operator',
      headers: { authorization: `Bearer ${testOperatorToken}` },
    },
  ]
  for (const [audience, demo] of staff) {
    const account = await accountOf(demo)
    const again = async () => ({ cookie: await open(account) })
    callers.push({ ...base, name: audience, subject: audience, account, again, headers: await again() })
    callers.push(await token(audience, false, null), await token(audience, true, null))
  }
  callers.push(await token('public', false, null), await token('public', true, null))
  for (const audience of ['public', 'planner', 'police'] as const)
    callers.push(await token(audience, true, [layerOfToken]))

  const [roleless] = await app.database.owner(
    (sql) => sql<{ id: string }[]>`
      insert into identity.accounts (issuer, subject, name) values ('test', 'roleless', 'Utan Roll') returning id`,
  )
  const again = async () => ({ cookie: await open(roleless!.id) })
  callers.push({
    ...base,
    name: 'somebody without a role',
    subject: 'public',
    account: roleless!.id,
    again,
    headers: await again(),
  })

  for (const [audience, demo] of staff) {
    const account = await accountOf(demo)
    const again = async () => ({ cookie: await changed(account, { authenticated_at: ago(16) }) })
    callers.push({
      ...base,
      name: `${audience} since long`,
      subject: audience,
      account,
      stale: true,
      again,
      headers: await again(),
    })
  }
  const police = await accountOf('demo-police')
  const gone: [string, Record<string, unknown>][] = [
    ['an expired session', { idle_until: ago(1) }],
    ['an outlived session', { absolute_until: ago(1) }],
    ['an ended session', { ended_at: ago(1), ended_why: 'self' }],
  ]
  for (const [name, change] of gone)
    callers.push({
      ...base,
      name,
      subject: 'public',
      nobody: true,
      headers: { cookie: await changed(police, change) },
    })
  return callers
}
