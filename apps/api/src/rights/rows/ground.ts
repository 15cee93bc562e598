import { each, everyone, type Right } from '../right.ts'

const ground = { resource: 'ground', verb: 'read', allow: everyone('always'), token: 'read' } as const

export const groundRights: readonly Right[] = [
  { method: 'get', path: '/api/basemap/{z}/{x}/{tile}', ...ground },
  { method: 'get', path: '/api/places', ...ground },
  { method: 'get', path: '/api/gazetteer', ...ground },
  { method: 'post', path: '/api/places/names', ...ground, allow: each('always', ['planner', 'police']) },
]
