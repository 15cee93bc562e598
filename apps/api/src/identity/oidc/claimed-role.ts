import type { StaffAudience } from '../../contract-admin.ts'

export type Claims = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at the path of the claims; undefined where nothing does. */
export const claimAt = (claims: Claims, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    claims,
  )

export interface RoleSettings {
  /** Names on the way through the claims. */
  readonly rolesClaim: readonly string[]
  /** Group -> audience. */
  readonly roles: Readonly<Record<string, StaffAudience>>
  /** The first of those a person has is theirs. */
  readonly priority: readonly StaffAudience[]
}

/** The audience that the person's groups give at this provider; null: none. Names are compared as they stand. */
export function claimedRole(
  claims: Claims,
  { rolesClaim, roles, priority }: RoleSettings,
): StaffAudience | null {
  const value = claimAt(claims, rolesClaim)
  const groups = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  const given = groups.flatMap((group) =>
    typeof group === 'string' && Object.hasOwn(roles, group) ? [roles[group]] : [],
  )
  return priority.find((audience) => given.includes(audience)) ?? null
}

/** The person's name and address as the provider gives them. */
export function personOf(claims: Claims): { name: string; email: string | null } {
  const text = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' ? value.replaceAll(/\p{Cc}+/gu, ' ').trim() : ''
  }
  const full = [text('given_name'), text('family_name')].filter(Boolean).join(' ')
  const email = text('email')
  const name = text('name') || full || text('preferred_username') || email || text('sub')
  return { name: name.slice(0, 200), email: email && email.length <= 320 ? email : null }
}
