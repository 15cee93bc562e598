import { each, type Right } from '../right.ts'

const both = each('always', ['planner', 'police'])
// What is written has an author: no machine writes it.
const reading = { verb: 'read', allow: both, token: 'read' } as const
const writing = { allow: both, token: false } as const
const problem = '/api/problems/{id}'
const operation = '/api/operations/{id}'

export const problemRights: readonly Right[] = [
  { method: 'get', path: '/api/problems', resource: 'problem', ...reading },
  { method: 'post', path: '/api/problems', resource: 'problem', verb: 'create', ...writing },
  { method: 'get', path: problem, resource: 'problem', ...reading, sensitive: true },
  { method: 'patch', path: problem, resource: 'problem', verb: 'change', ...writing },
  { method: 'delete', path: problem, resource: 'problem', verb: 'remove', ...writing },
  { method: 'post', path: `${problem}/state`, resource: 'problem', verb: 'change', ...writing },
  { method: 'get', path: `${problem}/history`, resource: 'history', ...reading },
  { method: 'put', path: `${problem}/readings/{day}`, resource: 'problem', verb: 'change', ...writing },
  { method: 'delete', path: `${problem}/readings/{day}`, resource: 'problem', verb: 'change', ...writing },
  { method: 'put', path: `${problem}/measures/{measure}`, resource: 'problem', verb: 'change', ...writing },
  {
    method: 'delete',
    path: `${problem}/measures/{measure}`,
    resource: 'problem',
    verb: 'change',
    ...writing,
  },
  { method: 'post', path: `${problem}/evidence`, resource: 'evidence', verb: 'create', ...writing },
  {
    method: 'get',
    path: `${problem}/suggestions`,
    resource: 'evidence',
    ...reading,
    token: false,
    sensitive: true,
  },
  { method: 'delete', path: '/api/problem-evidence/{id}', resource: 'evidence', verb: 'remove', ...writing },
  { method: 'get', path: '/api/operations', resource: 'joint-operation', ...reading },
  { method: 'post', path: '/api/operations', resource: 'joint-operation', verb: 'create', ...writing },
  { method: 'patch', path: operation, resource: 'joint-operation', verb: 'change', ...writing },
  { method: 'delete', path: operation, resource: 'joint-operation', verb: 'remove', ...writing },
  { method: 'get', path: '/api/action-plan', resource: 'action-plan', ...reading },
  { method: 'get', path: '/api/action-plan/{file}', resource: 'action-plan', ...reading },
]
