import { everyone, type Right } from '../right.ts'

const open = { resource: 'release', verb: 'read', allow: everyone('always'), token: 'read' } as const

export const releaseRights: readonly Right[] = [
  { method: 'get', path: '/api/releases', ...open },
  { method: 'get', path: '/api/releases/{month}', ...open },
]
