import { each, type Right } from '../right.ts'

// An observation is a person's: no machine logs one, or reads them.
const one = { resource: 'observation', token: false } as const
const reporters = each('own', ['reporter'])
const path = '/api/observations/{id}'

export const observationRights: readonly Right[] = [
  {
    method: 'get',
    path: '/api/observations/kinds',
    verb: 'read',
    allow: each('always', ['reporter', 'planner', 'police']),
    ...one,
  },
  { method: 'get', path: '/api/observations/mine', verb: 'read', allow: reporters, ...one },
  { method: 'put', path, verb: 'create', allow: reporters, ...one },
  { method: 'delete', path, verb: 'remove', allow: reporters, ...one },
  {
    method: 'get',
    path: '/api/observations',
    verb: 'read',
    allow: each('always', ['planner', 'police']),
    sensitive: true,
    ...one,
  },
]
