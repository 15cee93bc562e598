import { type DestinationStream, type Logger, pino } from 'pino'

/** Whatever stands under these names opens something. */
const secrets = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'idToken',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'code',
  'code_verifier',
  'SESSION_SECRET',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'DB_ROLE_SECRET',
]

const quoted = (name: string) => (/^\w+$/.test(name) ? `.${name}` : `["${name}"]`)

/** Of errors and requests too, which carry their headers two levels down. */
const paths = secrets
  // SQLSTATE and system errors have a `code` of their own: only a sign-in's is secret.
  .flatMap((name) =>
    name === 'code' ? ['query.code', 'body.code', '*.query.code', '*.body.code'] : deep(name),
  )

function deep(name: string): string[] {
  const own = quoted(name).replace(/^\./, '')
  return [own, `*${quoted(name)}`, `*.*${quoted(name)}`, `*.*.*${quoted(name)}`]
}

/** The server's log: one JSON object a line, without what opens something. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, redact: { paths, censor: '[hidden]' } }, ...(destination ? [destination] : []))
