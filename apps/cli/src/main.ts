import { DatabaseProblem } from '@trygghetskartan/api/database/problem'
import { SecretFileError, withSecretFiles } from '@trygghetskartan/api/secret-files'
import type { Text } from '@trygghetskartan/layers'
import { type Command, type CommandIo, languageOf, UsageError } from './command.ts'

/** One more command is one more module and one line here. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  db: () => import('./db.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  import: () => import('./import.ts'),
  demo: () => import('./demo.ts'),
  users: () => import('./users.ts'),
  audit: () => import('./audit.ts'),
  siting: () => import('./siting.ts'),
  analysis: () => import('./analysis.ts'),
  publish: () => import('./publish.ts'),
  release: () => import('./release.ts'),
  retention: () => import('./retention.ts'),
}

const language = languageOf(process.env)
const io: CommandIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  tell: (text) => void process.stderr.write(`${typeof text === 'string' ? text : text[language]}\n`),
  language,
  env: process.env,
}

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (!name || !load) {
    if (name && name !== '--help') io.tell({ sv: `Okänt kommando: ${name}`, en: `Unknown command: ${name}` })
    for (const known of Object.keys(commands)) await describe(known)
    return name === '--help' ? 0 : 2
  }
  const { command } = await load()
  if (args.includes('--help')) {
    await describe(name)
    return 0
  }
  try {
    return await command.run(args, { ...io, env: withSecretFiles(process.env) })
  } catch (error) {
    if (error instanceof UsageError) {
      io.tell(error.text)
      await describe(name)
      return 2
    }
    if (error instanceof DatabaseProblem || error instanceof SecretFileError) {
      io.tell(error.text)
      return 1
    }
    throw error
  }
}

async function describe(name: string): Promise<void> {
  const { command } = await commands[name]!()
  const usage = `npm run ${name} -- ${command.usage}`.padEnd(56)
  const summary: Text = command.summary
  io.tell(`${usage} ${summary[language]}`)
}
