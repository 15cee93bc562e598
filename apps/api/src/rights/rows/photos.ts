import { editors } from '../audiences.ts'
import { each, type Right } from '../right.ts'

const ofObject = '/api/measures/{id}/photos'
const one = '/api/photos/{id}'
const allow = each('layer', editors())

export const photoRights: readonly Right[] = [
  { method: 'get', path: ofObject, resource: 'photo', verb: 'read', allow, token: 'read', sensitive: true },
  { method: 'post', path: ofObject, resource: 'photo', verb: 'create', allow, token: 'write' },
  { method: 'get', path: one, resource: 'photo', verb: 'read', allow, token: 'read', sensitive: true },
  { method: 'delete', path: one, resource: 'photo', verb: 'remove', allow, token: 'write' },
]
