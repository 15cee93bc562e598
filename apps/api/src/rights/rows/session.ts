import { everyone, type Right } from '../right.ts'

const session = { resource: 'session', allow: everyone('always') } as const

export const sessionRights: readonly Right[] = [
  { method: 'get', path: '/auth/me', verb: 'read', token: 'read', ...session },
  { method: 'post', path: '/auth/demo', verb: 'create', token: false, ...session },
  { method: 'post', path: '/auth/logout', verb: 'remove', token: false, ...session },
]
