/** A person at the provider; `groups` may be changed while it runs. */
export interface Person {
  /** User name and subject in one. */
  readonly username: string
  readonly password: string
  readonly name: string
  readonly email: string
  groups: string[]
  /** false: cannot sign in, and refresh is refused. */
  enabled: boolean
}

export const municipalPeople = (): Person[] => [
  person('petra', 'Petra Lindgren', ['trygghet-planerare']),
  person('johan', 'Johan Ek', ['trygghet-planerare']),
  person('elias', 'Elias Berg', ['trygghet-faltare']),
  person('karin', 'Karin Sjö', ['trygghet-forvaltare', 'trygghet-planerare']),
  person('vera', 'Vera Vikarie', []),
]

export const municipalRoles = {
  'trygghet-planerare': 'planner',
  'trygghet-faltare': 'reporter',
  'trygghet-forvaltare': 'admin',
} as const

export const policePeople = (): Person[] => [
  person('amira', 'Amira Holm', ['omradespolis']),
  person('petra', 'Petra Polis', ['omradespolis']),
]

export const policeRoles = { omradespolis: 'police' } as const

/** Password of everybody: the user name and `-prov`. */
const person = (username: string, name: string, groups: string[]): Person => ({
  username,
  password: `${username}-prov`,
  name,
  email: `${username}@example.se`,
  groups,
  enabled: true,
})
