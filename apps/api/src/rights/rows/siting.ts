import { each, type Right } from '../right.ts'

// What is reckoned here is a person's to answer for: no machine reads or saves it.
const staff = { allow: each('always', ['planner', 'police']), token: false } as const
const own = { allow: each('own', ['planner', 'police']), token: false } as const
const planners = { allow: each('always', ['planner']), token: false } as const
const run = '/api/siting/runs/{id}'

export const sitingRights: readonly Right[] = [
  { method: 'get', path: '/api/siting/ground', resource: 'ground', verb: 'read', ...staff },
  { method: 'get', path: '/api/siting/demand', resource: 'demand', verb: 'read', ...staff, sensitive: true },
  {
    method: 'get',
    path: '/api/siting/measures',
    resource: 'object',
    verb: 'read',
    ...staff,
    sensitive: true,
  },
  { method: 'get', path: '/api/siting/runs', resource: 'siting run', verb: 'read', ...own },
  { method: 'post', path: '/api/siting/runs', resource: 'siting run', verb: 'create', ...staff },
  {
    ...{ method: 'get', path: run, resource: 'siting run', verb: 'read', token: false, sensitive: true },
    // The command that makes its figures again.
    allow: { ...own.allow, operator: 'always' },
  },
  { method: 'delete', path: run, resource: 'siting run', verb: 'remove', ...own },
  { method: 'get', path: '/api/luminaires', resource: 'luminaire', verb: 'read', ...staff },
  { method: 'post', path: '/api/luminaires', resource: 'luminaire', verb: 'create', ...planners },
  { method: 'get', path: '/api/luminaires/{id}', resource: 'luminaire', verb: 'read', ...staff },
  { method: 'delete', path: '/api/luminaires/{id}', resource: 'luminaire', verb: 'remove', ...planners },
  { method: 'get', path: '/api/facts', resource: 'fact', verb: 'read', ...staff, sensitive: true },
]
