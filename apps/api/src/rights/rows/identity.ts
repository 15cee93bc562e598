import { each, type Right } from '../right.ts'

const admin = { allow: each('always', ['admin', 'operator']), token: false } as const
const account = { resource: 'account', ...admin } as const
const session = { resource: 'session', ...admin } as const
const token = { resource: 'token', ...admin } as const

/** What administrators do with people, their sessions, and the tokens of programs. */
export const identityRights: readonly Right[] = [
  { method: 'get', path: '/api/accounts', verb: 'read', ...account },
  { method: 'get', path: '/api/accounts/{id}', verb: 'read', ...account },
  { method: 'patch', path: '/api/accounts/{id}', verb: 'change', stepUp: true, ...account },
  { method: 'get', path: '/api/accounts/{id}/sessions', verb: 'read', ...session },
  { method: 'delete', path: '/api/accounts/{id}/sessions', verb: 'remove', ...session },
  { method: 'get', path: '/api/sessions', verb: 'read', ...session },
  { method: 'delete', path: '/api/sessions/{id}', verb: 'remove', ...session },
  { method: 'get', path: '/api/tokens', verb: 'read', ...token },
  { method: 'post', path: '/api/tokens', verb: 'create', stepUp: true, ...token },
  { method: 'delete', path: '/api/tokens/{id}', verb: 'remove', ...token },
]
