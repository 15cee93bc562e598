import { editors } from '../audiences.ts'
import { each, type Right } from '../right.ts'

export const decisionRights: readonly Right[] = [
  {
    method: 'get',
    path: '/api/measures/{id}/decisions',
    resource: 'decision',
    verb: 'read',
    allow: each('layer', editors()),
    token: 'read',
    sensitive: true,
  },
]
