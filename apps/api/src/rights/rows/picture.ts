import { each, type Right } from '../right.ts'

const path = '/api/pictures/{week}'
const both = each('always', ['planner', 'police'])
const reading = { resource: 'picture', verb: 'read', allow: both, token: 'read' } as const
// What stands in a picture is somebody's: no machine compiles, writes or signs it.
const writing = { resource: 'picture', allow: both, token: false } as const
const police = { ...writing, allow: each('always', ['police']), verb: 'change' } as const
const rows = ['attendance', 'decisions', 'tasks'] as const

export const pictureRights: readonly Right[] = [
  { method: 'get', path: '/api/pictures', ...reading },
  { method: 'get', path, ...reading, sensitive: true },
  { method: 'get', path: `${path}/map.png`, ...reading, sensitive: true },
  { method: 'get', path: `${path}/picture.pdf`, ...reading, sensitive: true },
  { method: 'get', path: '/api/picture-rollups/{third}', ...reading, sensitive: true },
  { method: 'get', path: '/api/picture-rollups/{third}/rollup.pdf', ...reading, sensitive: true },
  { method: 'get', path: `${path}/live`, ...reading, token: false },
  { method: 'post', path: `${path}/compile`, ...police },
  { method: 'post', path: `${path}/freeze`, ...police },
  { method: 'post', path: `${path}/open`, ...police },
  { method: 'post', path: `${path}/sign`, ...writing, verb: 'change' },
  { method: 'post', path: `${path}/updates`, ...writing, verb: 'change' },
  { method: 'post', path: `${path}/presence`, ...writing, verb: 'change' },
  ...rows.flatMap((one): Right[] => [
    { method: 'post', path: `${path}/${one}`, ...writing, verb: 'create' },
    { method: 'patch', path: `${path}/${one}/{id}`, ...writing, verb: 'change' },
    { method: 'delete', path: `${path}/${one}/{id}`, ...writing, verb: 'remove' },
  ]),
]
