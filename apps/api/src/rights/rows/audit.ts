import { each, type Right } from '../right.ts'

const trail = { resource: 'audit', allow: each('always', ['admin', 'operator']) } as const

export const auditRights: readonly Right[] = [
  { method: 'get', path: '/api/audit', verb: 'read', token: 'read', ...trail },
  { method: 'get', path: '/api/audit.csv', verb: 'read', token: 'read', ...trail },
  { method: 'get', path: '/api/audit/verification', verb: 'read', token: false, ...trail },
  { method: 'post', path: '/api/audit/verification', verb: 'run', token: false, ...trail },
]
