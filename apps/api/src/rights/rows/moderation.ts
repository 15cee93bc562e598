import { each, everyone, type Right } from '../right.ts'

// What residents have written in confidence: no machine reads or answers it.
const report = { resource: 'report', allow: each('always', ['planner']), token: false } as const
const one = '/api/moderation/reports/{id}'
const template = '/api/moderation/templates/{id}'

export const moderationRights: readonly Right[] = [
  { method: 'get', path: '/api/moderation/reports', verb: 'read', sensitive: true, ...report },
  { method: 'get', path: one, verb: 'read', sensitive: true, ...report },
  { method: 'get', path: `${one}/photo`, verb: 'read', sensitive: true, ...report },
  { method: 'post', path: `${one}/preview`, verb: 'read', ...report },
  { method: 'post', path: `${one}/steps`, verb: 'change', ...report },
  { method: 'patch', path: '/api/moderation/places/{id}', verb: 'change', ...report },
  { method: 'get', path: '/api/moderation/statistics', verb: 'read', ...report },
  { method: 'get', path: '/api/moderation/templates', verb: 'read', ...report },
  { method: 'post', path: '/api/moderation/templates', verb: 'create', ...report },
  { method: 'put', path: template, verb: 'change', ...report },
  { method: 'delete', path: template, verb: 'remove', ...report },
  {
    method: 'get',
    path: '/api/chain/{layer}/{id}',
    resource: 'chain',
    verb: 'read',
    allow: everyone('always'),
    token: 'read',
  },
]
