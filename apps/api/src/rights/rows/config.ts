import { everyone, type Right } from '../right.ts'

const open = { verb: 'read', allow: everyone('always'), token: 'read' } as const

/** What every client may know before it draws anything, and how the interface is described. */
export const configRights: readonly Right[] = [
  { method: 'get', path: '/api/config', resource: 'configuration', ...open },
  { method: 'get', path: '/api/openapi.json', resource: 'documentation', ...open },
  { method: 'get', path: '/api/docs', resource: 'documentation', ...open },
  { method: 'get', path: '/api/docs.css', resource: 'documentation', ...open },
]
