import { readFileSync } from 'node:fs'
import type { Text } from '@trygghetskartan/layers'

/** Variables that may name a file that holds them instead: NAME_FILE, as container platforms mount secrets. */
export const secretNames = ['SESSION_SECRET', 'DATABASE_URL', 'METRICS_TOKEN', 'DB_ROLE_SECRET'] as const

/** A file of a secret is not there, is empty, or is given beside the secret itself. */
export class SecretFileError extends Error {
  override readonly name = 'SecretFileError'
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

/** The environment with what its _FILE variables name read in; a line's end after the secret does not count. Throws SecretFileError. */
export function withSecretFiles(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const found = secretNames.flatMap((name) => {
    const path = source[`${name}_FILE`]
    return path ? [[name, readSecret(name, path, source)] as const] : []
  })
  return { ...source, ...Object.fromEntries(found) }
}

function readSecret(name: string, path: string, source: NodeJS.ProcessEnv): string {
  const file = `${name}_FILE`
  if (source[name])
    throw new SecretFileError({
      sv: `Ange ${name} eller ${file}, inte båda.`,
      en: `Give ${name} or ${file}, not both.`,
    })
  try {
    const secret = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
    if (secret !== '') return secret
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new SecretFileError({
      sv: `${file}: ${path} går inte att läsa (${code}).`,
      en: `${file}: ${path} cannot be read (${code}).`,
    })
  }
  throw new SecretFileError({ sv: `${file}: ${path} är tom.`, en: `${file}: ${path} is empty.` })
}
