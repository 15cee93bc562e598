import { each, everyone, type Right } from '../right.ts'

const one = '/api/commitments/{id}'
const agreement = '/api/commitment-agreements/{id}'
const reading = { resource: 'commitment', verb: 'read', allow: everyone('always'), token: 'read' } as const
// What is promised is somebody's word: no machine writes it.
const writing = { resource: 'commitment', allow: each('always', ['planner', 'admin']), token: false } as const
/** How it goes is also for the police to say of what they keep, and the evaluation for them to sign. */
const shared = { ...writing, allow: each('always', ['planner', 'police', 'admin']) } as const

export const commitmentRights: readonly Right[] = [
  { method: 'get', path: '/api/commitments', ...reading },
  { method: 'get', path: '/api/commitments/serving', ...reading },
  { method: 'get', path: one, ...reading },
  { method: 'post', path: '/api/commitments', verb: 'create', ...writing },
  { method: 'patch', path: one, verb: 'change', ...writing },
  { method: 'delete', path: one, verb: 'remove', ...writing },
  { method: 'post', path: `${one}/publish`, verb: 'change', ...writing },
  { method: 'post', path: `${one}/status`, verb: 'change', ...shared },
  { method: 'put', path: `${one}/evaluation`, verb: 'change', ...writing },
  { method: 'post', path: `${one}/signature`, verb: 'change', ...shared },
  { method: 'post', path: '/api/commitment-agreements', verb: 'create', ...writing },
  { method: 'patch', path: agreement, verb: 'change', ...writing },
  { method: 'delete', path: agreement, verb: 'remove', ...writing },
]
