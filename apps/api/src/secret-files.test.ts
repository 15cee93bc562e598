import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretNames, withSecretFiles } from './secret-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-secrets-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('a secret in a file', () => {
  it.each(secretNames)('is taken for %s, without the line’s end', (name) => {
    const read = withSecretFiles({ [`${name}_FILE`]: file(name, ' the secret \n') })
    expect(read[name]).toBe(' the secret ')
  })

  it('leaves alone what is given as it is', () => {
    expect(withSecretFiles({ SESSION_SECRET: 'x', PORT: '1', METRICS_TOKEN_FILE: '' })).toMatchObject({
      SESSION_SECRET: 'x',
      PORT: '1',
    })
  })

  it('that is not there, is empty or is given twice stops the start with words that do not tell it', () => {
    const path = file('twice', 'secret-word')
    for (const [source, words] of [
      [{ SESSION_SECRET_FILE: '/nowhere/secret' }, '/nowhere/secret cannot be read (ENOENT)'],
      [{ SESSION_SECRET_FILE: file('empty', '\n') }, 'is empty'],
      [{ SESSION_SECRET_FILE: path, SESSION_SECRET: 'another' }, 'not both'],
    ] as const)
      expect(() => withSecretFiles(source)).toThrow(words)
  })
})
