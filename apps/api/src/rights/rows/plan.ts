import { each, type Right } from '../right.ts'

// A machine is nobody's member.
const own = { resource: 'plan', allow: each('member', ['planner', 'police']), token: false } as const
const any = { allow: each('always', ['planner', 'police']), token: false } as const

export const planRights: readonly Right[] = [
  { method: 'get', path: '/api/plans', verb: 'read', ...own },
  { method: 'post', path: '/api/plans', resource: 'plan', verb: 'create', ...any },
  { method: 'get', path: '/api/plans/{id}', verb: 'read', ...own },
  { method: 'patch', path: '/api/plans/{id}', verb: 'change', ...own },
  { method: 'delete', path: '/api/plans/{id}', verb: 'remove', ...own },
  { method: 'put', path: '/api/plans/{id}/members/{account}', verb: 'change', ...own },
  { method: 'delete', path: '/api/plans/{id}/members/{account}', verb: 'change', ...own },
  { method: 'get', path: '/api/people', resource: 'person', verb: 'read', ...any },
  { method: 'get', path: '/api/drafts', verb: 'read', ...own, resource: 'draft' },
]
