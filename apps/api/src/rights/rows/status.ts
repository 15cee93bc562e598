import { everyone, type Right } from '../right.ts'

const status = { resource: 'status', verb: 'read', allow: everyone('always'), token: 'read' } as const

export const statusRights: readonly Right[] = [
  { method: 'get', path: '/healthz', ...status },
  { method: 'get', path: '/readyz', ...status },
  // Who may read the figures is the network's matter: loopback, or the token of METRICS_TOKEN.
  { method: 'get', path: '/metrics', ...status },
]
