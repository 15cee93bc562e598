import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { each, everyone, type Right } from './right.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const minutes = 60_000
const nobody = { audience: 'public', operator: false, via: 'nobody', session: null, token: null } as const
const session = (age: number) => ({
  id: 's',
  authenticatedAt: now - age * minutes,
  idleUntil: now + minutes,
  absoluteUntil: now + minutes,
  issuer: 'demo',
})
const signedIn = (audience: 'public' | 'planner' | 'admin', age = 0) =>
  ({ ...nobody, audience, via: 'session', session: session(age) }) as const
const key = (write: boolean) =>
  ({
    ...nobody,
    audience: 'planner',
    via: 'token',
    token: { id: 't', name: 'QGIS', layers: null, write },
  }) as const
const operator = { ...nobody, audience: 'admin', operator: true, via: 'operator' } as const

const right = (more: Partial<Right> = {}): Right => ({
  method: 'post',
  path: '/api/things',
  resource: 'thing',
  verb: 'change',
  allow: each('always', ['planner']),
  token: 'write',
  ...more,
})

describe('a row of the table', () => {
  it('asks nobody to sign in, and refuses the others, where it allows them nothing', () => {
    expect(decide(right(), nobody, now)).toEqual({ refusal: 'unauthorized' })
    expect(decide(right(), signedIn('public'), now)).toEqual({ refusal: 'forbidden' })
    expect(decide(right(), signedIn('admin'), now)).toEqual({ refusal: 'forbidden' })
    expect(decide(right(), operator, now)).toEqual({ refusal: 'forbidden' })
    expect(decide(right(), signedIn('planner'), now)).toEqual({ condition: 'always' })
  })

  it('gives nobody anything of their own, and somebody without a role what is theirs', () => {
    for (const condition of ['own', 'member'] as const) {
      expect(decide(right({ allow: everyone(condition) }), nobody, now)).toEqual({ refusal: 'unauthorized' })
      expect(decide(right({ allow: everyone(condition) }), signedIn('public'), now)).toEqual({ condition })
    }
  })

  it('is open to a key as far as it says', () => {
    expect(decide(right(), key(false), now)).toEqual({ refusal: 'forbidden' })
    expect(decide(right(), key(true), now)).toEqual({ condition: 'always' })
    expect(decide(right({ token: 'read' }), key(false), now)).toEqual({ condition: 'always' })
    expect(decide(right({ token: false }), key(true), now)).toEqual({ refusal: 'forbidden' })
    expect(decide(right({ stepUp: true }), key(true), now)).toEqual({ refusal: 'forbidden' })
  })

  it('asks for a fresh sign-in where it needs one, to the minute, and not of the operator', () => {
    const fresh = right({ stepUp: true, allow: each('always', ['planner', 'operator']) })
    expect(decide(fresh, signedIn('planner', 15), now)).toEqual({ condition: 'always' })
    expect(decide(fresh, signedIn('planner', 15.01), now)).toEqual({ refusal: 'step-up-required' })
    expect(decide(fresh, signedIn('admin', 60), now)).toEqual({ refusal: 'forbidden' })
    expect(decide(fresh, operator, now)).toEqual({ condition: 'always' })
  })
})
