import { join } from 'node:path'
import type { Text } from '@trygghetskartan/layers'

/** What a command's module exports as `command`. */
export interface Command {
  /** What comes after the command's name: "<file> [--layer id]". */
  readonly usage: string
  readonly summary: Text
  /** Returns the exit code. Throws UsageError, or a DatabaseProblem, for what the operator can put right. */
  run(args: readonly string[], io: CommandIo): Promise<number>
}

export interface CommandIo {
  /** What the command was asked for: standard output. */
  out(line: string): void
  /** Everything told beside it: standard error. */
  tell(text: Text | string): void
  readonly language: keyof Text
  readonly env: NodeJS.ProcessEnv
}

/** The operator asked for something that cannot be: the message and the usage are shown. */
export class UsageError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.name = 'UsageError'
    this.text = text
  }
}

/** Swedish unless the machine is set to another language. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): keyof Text {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'sv'
  return /^(sv|c|posix)(?![a-z])/i.test(locale) ? 'sv' : 'en'
}

/** Folder of the embedded database, as the server has it. */
export const databaseFolder = ({ DATA_FOLDER }: NodeJS.ProcessEnv): string =>
  join(DATA_FOLDER || '.data', 'database')
