import { describe, expect, it } from 'vitest'
import { claimedRole, personOf } from './claimed-role.ts'

const settings = {
  rolesClaim: ['groups'],
  roles: { planerare: 'planner', forvaltare: 'admin', faltare: 'reporter' },
  priority: ['admin', 'police', 'planner', 'reporter'],
} as const

describe('the audience of a person’s groups', () => {
  it('is the one its provider’s map gives, and the first by priority of several', () => {
    expect(claimedRole({ groups: ['annat', 'planerare'] }, settings)).toBe('planner')
    expect(claimedRole({ groups: ['faltare', 'forvaltare', 'planerare'] }, settings)).toBe('admin')
    expect(
      claimedRole(
        { groups: ['forvaltare', 'planerare'] },
        { ...settings, priority: ['planner', 'admin', 'reporter'] },
      ),
    ).toBe('planner')
  })

  it('is none without a group of the map, whatever the groups are called', () => {
    for (const groups of [
      undefined,
      null,
      [],
      ['police'],
      ['Planerare'],
      'police',
      [['planerare']],
      { planerare: true },
      ['__proto__', 'constructor', 'toString'],
    ])
      expect(claimedRole({ groups }, settings)).toBeNull()
  })

  it('is found where the path leads, with dots inside a name too', () => {
    const realm = { ...settings, rolesClaim: ['realm_access', 'roles'] }
    expect(claimedRole({ realm_access: { roles: ['planerare'] } }, realm)).toBe('planner')
    const named = { ...settings, rolesClaim: ['https://kommun.se/roll'] }
    expect(claimedRole({ 'https://kommun.se/roll': 'planerare' }, named)).toBe('planner')
    expect(claimedRole({ realm_access: 'planerare' }, realm)).toBeNull()
  })
})

describe('a person’s name', () => {
  it('is the best there is, and never empty', () => {
    expect(personOf({ sub: 'x', name: ' Petra ', email: 'p@example.se' })).toEqual({
      name: 'Petra',
      email: 'p@example.se',
    })
    expect(personOf({ sub: 'x', given_name: 'Petra', family_name: 'Ek' }).name).toBe('Petra Ek')
    expect(personOf({ sub: 'x', preferred_username: 'petra' }).name).toBe('petra')
    expect(personOf({ sub: 'x', name: 7 })).toEqual({ name: 'x', email: null })
    expect(personOf({ sub: 'x', name: 'Pe\u0000tra\r\nEk' }).name).toBe('Pe tra Ek')
    expect(personOf({ sub: 'x', name: 'a'.repeat(900) }).name).toHaveLength(200)
  })
})
