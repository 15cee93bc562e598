import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { failurePage, loginPage } from './identity-provider-pages.ts'
import type { Person } from './identity-provider-people.ts'

/** The login form and its answer; everything else is the provider's own. */
export async function interact(
  provider: Provider,
  people: readonly Person[],
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://provider')
  if (!url.pathname.startsWith('/interaction/')) {
    otherwise(request, response)
    return
  }
  const page = (status: number, html: string) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  const details = await provider.interactionDetails(request, response).catch(() => null)
  if (!details) {
    page(400, failurePage('Inloggningen har gått ut.'))
    return
  }
  if (request.method !== 'POST') {
    page(200, loginPage(url.pathname))
    return
  }
  const form = new URLSearchParams(await text(request))
  if (form.has('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const found = people.find((p) => p.username === form.get('username') && p.enabled)
  if (!found || found.password !== form.get('password')) {
    page(401, loginPage(url.pathname, 'Fel användarnamn eller lösenord.'))
    return
  }
  const wanted = String(details.params.acr_values ?? '').split(' ')[0]
  await provider.interactionFinished(request, response, {
    login: { accountId: found.username, ...(wanted && { acr: wanted }) },
  })
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
