import { each, type Right } from '../right.ts'

const administrators = { allow: each('always', ['admin', 'operator']), token: false } as const
const retention = { resource: 'retention', ...administrators } as const
const job = { resource: 'job', ...administrators } as const

export const retentionRights: readonly Right[] = [
  { method: 'get', path: '/api/retention', verb: 'read', ...retention },
  { method: 'get', path: '/api/retention/runs', verb: 'read', ...retention },
  { method: 'post', path: '/api/retention/preview', verb: 'run', ...retention },
  { method: 'post', path: '/api/retention/runs', verb: 'run', stepUp: true, ...retention },
]

export const jobRights: readonly Right[] = [
  { method: 'get', path: '/api/jobs', verb: 'read', ...job },
  { method: 'post', path: '/api/jobs/{id}/runs', verb: 'run', stepUp: true, ...job },
  { method: 'get', path: '/api/health', resource: 'health', verb: 'read', ...administrators },
]

const accountData = { resource: 'account-data', token: false } as const

export const accountDataRights: readonly Right[] = [
  {
    method: 'get',
    path: '/auth/extract',
    verb: 'read',
    allow: each('own', ['public', 'reporter', 'planner', 'police', 'admin']),
    ...accountData,
  },
  {
    method: 'get',
    path: '/api/accounts/{id}/extract',
    verb: 'read',
    allow: administrators.allow,
    ...accountData,
  },
  {
    method: 'post',
    path: '/api/accounts/{id}/erase',
    verb: 'remove',
    allow: administrators.allow,
    stepUp: true,
    ...accountData,
  },
]
