import { each, everyone, type Right } from '../right.ts'

const open = { resource: 'around', verb: 'read', allow: everyone('always'), token: 'read' } as const
const fault = { resource: 'accessibility-fault', token: false } as const
const administrators = each('always', ['admin', 'operator'])

export const aroundRights: readonly Right[] = [
  { method: 'get', path: '/api/near', ...open },
  { method: 'get', path: '/api/feeds/near.atom', ...open },
  { method: 'get', path: '/api/feeds/all.atom', ...open },
  { method: 'get', path: '/api/about', ...open },
  {
    method: 'put',
    path: '/api/accessibility/faults/{id}',
    ...fault,
    verb: 'create',
    allow: everyone('always'),
  },
  { method: 'get', path: '/api/accessibility/faults', ...fault, verb: 'read', allow: administrators },
  {
    method: 'post',
    path: '/api/accessibility/faults/{id}/handled',
    ...fault,
    verb: 'change',
    allow: administrators,
  },
]
