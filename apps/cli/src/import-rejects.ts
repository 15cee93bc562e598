import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Refusal } from '@trygghetskartan/formats'

const headers = { sv: 'rad;objekt;kod;orsak', en: 'line;object;code;reason' }

/** Writes what was refused to a table, made when the first comes. */
export function rejectsFile(path: string, language: 'sv' | 'en') {
  let file: WriteStream | null = null
  let count = 0
  return {
    path,
    get count() {
      return count
    },
    add({ line, element, code, message }: Refusal): void {
      file ??= begin(path, headers[language])
      count += 1
      file.write(`${[line ?? '', element ?? '', code, message[language]].map(quoted).join(';')}\r\n`)
    },
    async close(): Promise<void> {
      if (!file) return
      file.end()
      await finished(file)
    },
  }
}

/** The byte order mark tells spreadsheets that it is UTF-8. */
function begin(path: string, header: string): WriteStream {
  const file = createWriteStream(path)
  file.write(`\uFEFF${header}\r\n`)
  return file
}

const quoted = (value: string | number): string => {
  const text = String(value)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
