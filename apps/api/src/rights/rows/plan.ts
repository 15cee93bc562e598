import { each, type Right } from '../right.ts'

// A machine is nobody's member.
const own = { resource: 'plan', allow: each('member', ['planner', 'police']), token: false } as const
const any = { allow: each('always', ['planner', 'police']), token: false } as const
const plan = '/api/plans/{id}'

export const planRights: readonly Right[] = [
  { method: 'get', path: '/api/plans', verb: 'read', ...own },
  { method: 'post', path: '/api/plans', resource: 'plan', verb: 'create', ...any },
  { method: 'get', path: plan, verb: 'read', ...own },
  { method: 'patch', path: plan, verb: 'change', ...own },
  { method: 'delete', path: plan, verb: 'remove', ...own },
  { method: 'put', path: `${plan}/members/{account}`, verb: 'change', ...own },
  { method: 'delete', path: `${plan}/members/{account}`, verb: 'change', ...own },
  { method: 'get', path: `${plan}/measures`, verb: 'read', ...own, sensitive: true },
  { method: 'get', path: `${plan}/export.geojson`, verb: 'read', ...own, sensitive: true },
  { method: 'post', path: `${plan}/copy`, verb: 'create', ...own },
  { method: 'get', path: '/api/people', resource: 'person', verb: 'read', ...any },
  { method: 'get', path: '/api/drafts', verb: 'read', ...own, resource: 'draft' },
]
