import type { Configuration } from 'oidc-provider'
import { failurePage, logoutPage } from './identity-provider-pages.ts'
import type { Person } from './identity-provider-people.ts'

interface Policy {
  readonly clientId: string
  readonly secret: string
  readonly known: (username: string) => Person | undefined
  readonly groupsIn: 'id_token' | 'userinfo'
  readonly accessTokenSeconds: number
}

/** What kind of provider it is. */
export function settings({ clientId, secret, known, groupsIn, accessTokenSeconds }: Policy): Configuration {
  return {
    acrValues: ['urn:example:two-factors'],
    claims: {
      openid: ['sub', 'groups', 'realm_access'],
      profile: ['name'],
      email: ['email'],
      auth_time: null,
      acr: null,
      sid: null,
    },
    conformIdTokenClaims: groupsIn === 'userinfo',
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    cookies: { keys: [secret] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form)
        },
      },
    },
    fetch: (url, { signal, method, body, headers, redirect } = {}) =>
      fetch(url as string, {
        ...(signal && { signal }),
        ...(method && { method }),
        ...(body && { body }),
        ...(headers && { headers }),
        ...(redirect && { redirect }),
      }),
    findAccount: (_ctx, username) => {
      const found = known(username)
      return (
        found && {
          accountId: username,
          claims: () => ({
            sub: username,
            name: found.name,
            email: found.email,
            groups: found.groups,
            realm_access: { roles: found.groups },
          }),
        }
      )
    },
    // Consent is the employer's to give.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session?.accountId ?? '',
        clientId,
      })
      grant.addOIDCScope('openid profile email offline_access')
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      ctx.body = failurePage(`${out.error}: ${out.error_description ?? ''}`)
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 3600,
      AuthorizationCode: 60,
    },
  }
}
