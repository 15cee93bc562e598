import { each, type Right } from '../right.ts'

// A note has an author: no machine writes or reads one.
const note = { resource: 'note', token: false } as const

export const noteRights: readonly Right[] = [
  {
    method: 'get',
    path: '/api/measures/{id}/notes',
    verb: 'read',
    allow: each('layer', ['planner', 'police']),
    sensitive: true,
    ...note,
  },
  {
    method: 'post',
    path: '/api/measures/{id}/notes',
    verb: 'create',
    allow: each('layer', ['planner', 'police']),
    ...note,
  },
  {
    method: 'delete',
    path: '/api/notes/{id}',
    verb: 'remove',
    allow: each('own', ['planner', 'police']),
    ...note,
  },
]
