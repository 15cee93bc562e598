import { each, everyone, type Right } from '../right.ts'

// A machine is nobody's member.
const own = { resource: 'plan', allow: each('member', ['planner', 'police']), token: false } as const
const any = { allow: each('always', ['planner', 'police']), token: false } as const
const plan = '/api/plans/{id}'
const share = { ...own, resource: 'share' } as const
const comment = { ...own, resource: 'comment' } as const

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
  { method: 'get', path: `${plan}/comments`, verb: 'read', ...comment },
  { method: 'post', path: `${plan}/comments`, verb: 'create', ...comment },
  { method: 'get', path: `${plan}/versions`, verb: 'read', ...own },
  { method: 'post', path: `${plan}/versions`, verb: 'create', ...own },
  { method: 'get', path: `${plan}/diff`, verb: 'read', ...own, sensitive: true },
  { method: 'get', path: `${plan}/shares`, verb: 'read', ...share },
  { method: 'post', path: `${plan}/shares`, verb: 'create', ...share },
  { method: 'delete', path: `${plan}/shares/{share}`, verb: 'remove', ...share },
  // The token in the address is the right: whoever has it reads.
  {
    method: 'get',
    path: '/api/shared/{token}',
    verb: 'read',
    ...share,
    allow: everyone('always'),
    token: 'read',
  },
  { method: 'patch', path: '/api/plan-comments/{id}', verb: 'change', ...comment },
  { method: 'delete', path: '/api/plan-comments/{id}', verb: 'remove', ...comment },
  { method: 'get', path: '/api/people', resource: 'person', verb: 'read', ...any },
  { method: 'get', path: '/api/drafts', verb: 'read', ...own, resource: 'draft' },
]
