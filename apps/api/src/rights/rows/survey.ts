import { everyone, type Right } from '../right.ts'

export const surveyRights: readonly Right[] = [
  {
    method: 'get',
    path: '/api/surveys',
    resource: 'survey',
    verb: 'read',
    allow: everyone('always'),
    token: 'read',
  },
]
