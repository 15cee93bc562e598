import type { Text } from '@trygghetskartan/layers'
import { type Env, readEnv } from './env.ts'
import { createLog } from './protection/log.ts'
import { startServer } from './server.ts'

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const language = locale.startsWith('en') ? 'en' : 'sv'
const say = (text: Text) => process.stdout.write(`${text[language]}\n`)

function textOf(error: unknown): string {
  if (error instanceof Error && 'text' in error) return (error.text as Text)[language]
  return error instanceof Error ? error.message : String(error)
}

function end(error: unknown): never {
  process.stderr.write(`\n${textOf(error)}\n`)
  process.exit(1)
}

function readEnvironment(): Env {
  try {
    return readEnv(process.env)
  } catch (error) {
    return end(error)
  }
}

const env = readEnvironment()
const log = createLog(process.stdout.isTTY && !process.env.LOG_LEVEL ? 'warn' : env.LOG_LEVEL)
const started = performance.now()
say({ sv: 'Öppnar databasen …', en: 'Opening the database …' })
const server = await startServer({ env, log, onProgress: say }).catch(end)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
say({
  sv: `\nTrygghetskartan finns på ${server.url} (efter ${seconds} s)`,
  en: `\nTrygghetskartan is at ${server.url} (after ${seconds} s)`,
})
if (server.engine === 'embedded')
  say({
    sv: `Inbyggd databas i ${env.DATA_FOLDER}: för att prova på. Den lovar inte att överleva ett strömavbrott; ange DATABASE_URL för drift.`,
    en: `Embedded database in ${env.DATA_FOLDER}: for trying out. It does not promise to survive a power cut; set DATABASE_URL for real use.`,
  })
if (env.DEMO)
  say({
    sv: 'Demokonton är öppna (DEMO=1): logga in utan lösenord på /logga-in.',
    en: 'Demo accounts are open (DEMO=1): sign in without a password at /logga-in.',
  })
else if (env.providers.length === 0)
  say({
    sv: 'Ingen inloggning är inställd: bara den öppna kartan visas. Ange OIDC_FILE för inloggning, eller DEMO=1 för att prova på.',
    en: 'No sign-in is configured: only the public map is shown. Set OIDC_FILE for sign-in, or DEMO=1 to try it out.',
  })

let closing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (closing) return
    closing = true
    say({ sv: 'Stannar …', en: 'Stopping …' })
    server.close().then(() => process.exit(0), end)
  })
