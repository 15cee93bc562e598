import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Refusal } from '@trygghetskartan/formats'

const headers = { sv: 'rad;objekt;kod;orsak', en: 'line;object;code;reason' }

/** Writes what was refused to a table, made when the first comes. */
export function rejectsFile(path: string, language: 'sv' | 'en') {
  let file: WriteStream | null = null
  let fault: Error | null = null
  let count = 0
  return {
    path,
    get count() {
      return count
    },
    add({ line, element, code, message }: Refusal): void {
      if (!file) {
        file = createWriteStream(path)
        file.on('error', (error) => {
          fault ??= error
        })
        // The byte order mark tells spreadsheets that it is UTF-8.
        file.write(`\uFEFF${headers[language]}\r\n`)
      }
      count += 1
      file.write(`${[line ?? '', element ?? '', code, message[language]].map(quoted).join(';')}\r\n`)
    },
    /** Returns what kept the table from being written, null where nothing did: the import itself does not fall with it. */
    async close(): Promise<Error | null> {
      if (!file || fault) return fault
      file.end()
      await finished(file).catch((error: Error) => {
        fault ??= error
      })
      return fault
    },
  }
}

const quoted = (value: string | number): string => {
  const text = String(value)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
