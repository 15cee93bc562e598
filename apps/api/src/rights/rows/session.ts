import { each, everyone, type Right } from '../right.ts'

const own = {
  resource: 'session',
  token: false,
  allow: each('own', ['reporter', 'planner', 'police', 'admin', 'public']),
} as const

const session = { resource: 'session', allow: everyone('always') } as const

export const sessionRights: readonly Right[] = [
  { method: 'get', path: '/auth/me', verb: 'read', token: 'read', ...session },
  { method: 'post', path: '/auth/demo', verb: 'create', token: false, ...session },
  { method: 'post', path: '/auth/logout', verb: 'remove', token: false, ...session },
  { method: 'get', path: '/auth/sessions', verb: 'read', ...own },
  { method: 'delete', path: '/auth/sessions', verb: 'remove', ...own },
  { method: 'delete', path: '/auth/sessions/{id}', verb: 'remove', ...own },
]
