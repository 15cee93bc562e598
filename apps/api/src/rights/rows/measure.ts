import { editors } from '../audiences.ts'
import { each, everyone, type Right } from '../right.ts'

const path = '/api/measures/{id}'
const writing = { resource: 'object', allow: each('layer', editors()), token: 'write' } as const

export const measureRights: readonly Right[] = [
  { method: 'post', path: '/api/measures', verb: 'create', ...writing },
  {
    method: 'get',
    path,
    resource: 'object',
    verb: 'read',
    allow: everyone('layer'),
    token: 'read',
    sensitive: true,
  },
  {
    ...{ method: 'put', path: '/api/walk-remarks/{id}', verb: 'create', ...writing },
    allow: each('layer', ['planner']),
  },
  { method: 'patch', path, verb: 'change', ...writing },
  { method: 'delete', path, verb: 'remove', ...writing },
  { method: 'post', path: `${path}/status`, verb: 'change', ...writing },
  { method: 'post', path: `${path}/restore`, verb: 'create', ...writing },
  {
    method: 'get',
    path: `${path}/history`,
    resource: 'history',
    verb: 'read',
    allow: each('layer', editors()),
    token: 'read',
    sensitive: true,
  },
]
