import { each, type Right } from '../right.ts'

export const operationRights: readonly Right[] = [
  {
    method: 'post',
    path: '/api/imports',
    resource: 'import',
    verb: 'run',
    allow: each('always', ['admin', 'operator']),
    token: false,
  },
  {
    method: 'get',
    path: '/api/imports',
    resource: 'import',
    verb: 'read',
    allow: each('always', ['admin', 'operator']),
    token: false,
  },
  {
    method: 'get',
    path: '/api/imports/{id}/rejects.csv',
    resource: 'import',
    verb: 'read',
    allow: each('always', ['admin', 'operator']),
    token: false,
  },
  // Nobody in a browser may carry everything away, whatever their role.
  {
    method: 'post',
    path: '/api/backup',
    resource: 'backup',
    verb: 'run',
    allow: each('always', ['operator']),
    token: false,
  },
]
