import { each, everyone, type Right } from '../right.ts'

const path = '/api/cameras/{id}/dossier'
const reading = {
  resource: 'dossier',
  verb: 'read',
  allow: each('layer', ['planner', 'police']),
  token: 'read',
} as const
// What stands in a dossier is somebody's: no machine writes or signs it.
const writing = { resource: 'dossier', allow: each('layer', ['planner']), token: false } as const

export const dossierRights: readonly Right[] = [
  { method: 'get', path, ...reading },
  { method: 'get', path: `${path}/{file}`, ...reading },
  { method: 'post', path, verb: 'create', ...writing },
  { method: 'put', path, verb: 'change', ...writing },
  { method: 'post', path: `${path}/sign`, verb: 'change', ...writing },
]

const register = {
  resource: 'camera-register',
  verb: 'read',
  allow: everyone('layer'),
  token: 'read',
} as const

export const registerRights: readonly Right[] = [
  { method: 'get', path: '/api/camera-register', ...register },
  { method: 'get', path: '/api/camera-register.csv', ...register },
]
