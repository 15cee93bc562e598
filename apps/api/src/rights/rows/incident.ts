import { each, type Right } from '../right.ts'

// Offence data is processed by authorities alone, that of the police under its own law: no administrator of the municipality, and no machine.
const police = { resource: 'incident', allow: each('always', ['police']), token: false } as const

export const incidentRights: readonly Right[] = [
  { method: 'get', path: '/api/incidents/columns', verb: 'read', sensitive: true, ...police },
]
