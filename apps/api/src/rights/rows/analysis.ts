import { each, type Right } from '../right.ts'

// Offence data is processed by authorities alone, and no machine saves or reads what is reckoned of it.
const police = { resource: 'analysis', allow: each('always', ['police']), token: false } as const
const own = { resource: 'analysis', allow: each('own', ['police']), token: false } as const
const one = '/api/analyses/{id}'

export const analysisRights: readonly Right[] = [
  { method: 'get', path: '/api/analyses', verb: 'read', ...own },
  { method: 'post', path: '/api/analyses', verb: 'create', ...police },
  { method: 'get', path: one, verb: 'read', ...own, sensitive: true },
  { method: 'patch', path: one, verb: 'change', ...own },
  { method: 'delete', path: one, verb: 'remove', ...own },
  {
    ...{ method: 'get', path: `${one}/export`, verb: 'read', ...own, sensitive: true },
    // The command that makes its figures again.
    allow: { ...own.allow, operator: 'always' },
  },
]
