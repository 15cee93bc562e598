import { each, type Right } from '../right.ts'

// Who was where is a person's to write down: no machine reads or writes it.
const police = { resource: 'presence', allow: each('layer', ['police']), token: false } as const

export const patrolRights: readonly Right[] = [
  { method: 'get', path: '/api/patrol/presence', verb: 'read', ...police, sensitive: true },
  { method: 'post', path: '/api/patrol/presence', verb: 'create', ...police },
  {
    ...{ method: 'get', path: '/api/patrol/shift-sheet.pdf', verb: 'read', sensitive: true },
    ...{ ...police, resource: 'patrol zone' },
  },
  {
    ...{ method: 'post', path: '/api/patrol/presence/{id}/withdraw', verb: 'change', ...police },
    allow: each('own', ['police']),
  },
]
