import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { freePort } from './free-port.ts'

/** A hostile provider: it answers what a real one never would. */
export interface Impostor {
  readonly issuer: string
  config(changes?: Record<string, unknown>): Record<string, unknown>
  /** What it says about itself. */
  metadata: Record<string, unknown>
  /** What its token endpoint answers; the claims are those of a token in order. */
  answer: (claims: JWTPayload) => Promise<{ status?: number; body: unknown }>
  /** Code verifiers, codes and secrets that were sent to it. */
  readonly received: URLSearchParams[]
  sign(claims: JWTPayload): Promise<string>
  stop(): Promise<void>
}

/** Answers every authorization at once, with the code `code`. */
export async function startImpostor(id: string): Promise<Impostor> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const key = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(key.publicKey)), kid: 'impostor', alg: 'RS256', use: 'sig' }
  const received: URLSearchParams[] = []
  let nonce = ''

  const impostor: Impostor = {
    issuer,
    received,
    metadata: {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
    config: (changes = {}) => ({
      id,
      title: { sv: id, en: id },
      issuer,
      clientId: 'trygghetskartan',
      clientSecret: 'secret',
      roles: { planerare: 'planner' },
      ...changes,
    }),
    answer: async (claims) => ({
      body: { access_token: 'a', token_type: 'bearer', id_token: await impostor.sign(claims) },
    }),
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'impostor' }).sign(key.privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/auth') {
      nonce = url.searchParams.get('nonce') ?? ''
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({
        code: 'code',
        state: url.searchParams.get('state') ?? '',
      }).toString()
      response.writeHead(302, { location: back.href }).end()
      return
    }
    if (url.pathname === '/jwks') return json({ keys: [jwk] })
    if (url.pathname !== '/token') return json(impostor.metadata)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    received.push(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
    const now = Math.floor(Date.now() / 1000)
    const { status, body } = await impostor.answer({
      iss: issuer,
      aud: 'trygghetskartan',
      sub: 'petra',
      name: 'Petra',
      groups: ['planerare'],
      iat: now,
      exp: now + 300,
      nonce,
    })
    return json(body, status)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return impostor
}
