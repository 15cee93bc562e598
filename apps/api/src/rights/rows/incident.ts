import { each, type Right } from '../right.ts'

// Offence data is processed by authorities alone, that of the police under its own law: no administrator of the municipality, and no machine.
const police = { resource: 'incident', allow: each('always', ['police']), token: false } as const

export const incidentRights: readonly Right[] = [
  { method: 'get', path: '/api/incidents/columns', verb: 'read', sensitive: true, ...police },
  { method: 'get', path: '/api/incidents/kinds', verb: 'read', ...police },
  { method: 'get', path: '/api/incidents', verb: 'read', sensitive: true, ...police },
  { method: 'get', path: '/api/incidents/{id}', verb: 'read', sensitive: true, ...police },
  { method: 'patch', path: '/api/incidents/{id}', verb: 'change', ...police },
]
