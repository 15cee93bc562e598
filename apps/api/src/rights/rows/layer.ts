import { everyone, type Right } from '../right.ts'

const layer = { verb: 'read', allow: everyone('layer'), token: 'read' } as const

export const layerRights: readonly Right[] = [
  { method: 'get', path: '/api/layers', resource: 'layer', ...layer },
  { method: 'get', path: '/api/layers/{layer}/items', resource: 'object', ...layer, sensitive: true },
  { method: 'get', path: '/api/layers/{layer}/items.csv', resource: 'object', ...layer, sensitive: true },
  { method: 'get', path: '/api/tiles/{layer}/{z}/{x}/{tile}', resource: 'tile', ...layer, sensitive: true },
  { method: 'get', path: '/api/changes', resource: 'change', ...layer, sensitive: true },
]
