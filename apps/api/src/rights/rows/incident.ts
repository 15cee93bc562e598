import { each, type Right } from '../right.ts'

// Offence data is processed by authorities alone, that of the police under its own law: no administrator of the municipality, and no machine.
const police = { resource: 'incident', allow: each('always', ['police']), token: false } as const

// Who runs the command line has the database: it may send a file, and reads no incident back.
const importers = {
  resource: 'incident import',
  allow: each('always', ['police', 'operator']),
  token: false,
} as const
const upload = '/api/incidents/uploads/{id}'
const mapping = '/api/incidents/mappings/{name}'

export const incidentRights: readonly Right[] = [
  { method: 'get', path: '/api/incidents/columns', verb: 'read', sensitive: true, ...police },
  { method: 'get', path: '/api/incidents/kinds', verb: 'read', ...police },
  { method: 'get', path: '/api/incidents', verb: 'read', sensitive: true, ...police },
  { method: 'get', path: '/api/incidents/{id}', verb: 'read', sensitive: true, ...police },
  { method: 'patch', path: '/api/incidents/{id}', verb: 'change', ...police },
  { method: 'post', path: '/api/incidents/uploads', verb: 'create', ...importers },
  { method: 'post', path: `${upload}/preview`, verb: 'run', ...importers },
  { method: 'post', path: `${upload}/import`, verb: 'run', ...importers },
  { method: 'delete', path: upload, verb: 'remove', ...importers },
  { method: 'get', path: mapping, verb: 'read', ...importers },
  { method: 'get', path: '/api/incidents/mappings', verb: 'read', ...police },
  { method: 'put', path: mapping, verb: 'change', ...police },
  { method: 'delete', path: mapping, verb: 'remove', ...police },
  { method: 'get', path: '/api/incidents/imports', verb: 'read', ...police },
  {
    method: 'get',
    path: '/api/incidents/imports/{id}/rejects.csv',
    verb: 'read',
    sensitive: true,
    ...police,
  },
]
