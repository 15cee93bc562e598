import { everyone, type Right } from '../right.ts'

const signIn = { resource: 'session', token: false, allow: everyone('always') } as const

/** Whoever comes may try to sign in; the provider and the handlers decide. */
export const signInRights: readonly Right[] = [
  { method: 'get', path: '/auth/login', verb: 'create', ...signIn },
  { method: 'get', path: '/auth/step-up', verb: 'create', ...signIn },
  { method: 'get', path: '/auth/callback/{provider}', verb: 'create', ...signIn },
  { method: 'post', path: '/auth/backchannel-logout/{provider}', verb: 'remove', ...signIn },
]
