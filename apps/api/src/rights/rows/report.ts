import { everyone, type Right } from '../right.ts'

// A report is a person's, who is not asked for a name: no machine sends one.
const open = { allow: everyone('always'), token: false } as const
const report = { resource: 'report', ...open } as const
// The code in the body is the right: whoever has it reads and answers.
const receipt = { resource: 'receipt', method: 'post', ...open } as const
const place = '/api/reported-places/{place}'

export const reportRights: readonly Right[] = [
  { method: 'get', path: '/api/reports/challenge', verb: 'read', ...report },
  { method: 'put', path: '/api/reports/{id}', verb: 'create', ...report },
  { method: 'put', path: '/api/reports/{id}/photo', verb: 'create', ...report },
  { method: 'post', path: '/api/reports/nearby', verb: 'read', ...report },
  { method: 'put', path: `${place}/support/{id}`, verb: 'create', ...report },
  { method: 'get', path: `${place}/photo`, verb: 'read', ...report, token: 'read' },
  { path: '/api/receipts/read', verb: 'read', ...receipt },
  { path: '/api/receipts/answer', verb: 'create', ...receipt },
  { path: '/api/receipts/withdraw', verb: 'remove', ...receipt },
]
