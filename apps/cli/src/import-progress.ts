import type { ImportProgress } from '@trygghetskartan/api/imports/run-import'

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const width = 30
/** Milliseconds between lines where there is no terminal to draw on. */
const lineEvery = 5000

/** Shows how far an import has come: a bar on a terminal, otherwise a line now and then. */
export function createProgress(terminal: Terminal, size: number | null, language: 'sv' | 'en') {
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  let drawn = false
  let told: number | null = null
  const textOf = ({ phase, bytes, objects, total }: ImportProgress): string => {
    const share = phase === 'write' ? objects / (total || 1) : size ? Math.min(bytes / size, 1) : null
    const done = { sv: { read: 'Läser', write: 'Skriver' }, en: { read: 'Reading', write: 'Writing' } }[
      language
    ][phase]
    const filled = Math.round((share ?? 0) * width)
    const bar =
      share === null
        ? ''
        : ` [${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${Math.round(share * 100)} %`
    const megabytes = phase === 'read' ? `  ${number.format(Math.round(bytes / 1e5) / 10)} MB` : ''
    return `${done}${bar}${megabytes}  ${number.format(objects)} ${language === 'sv' ? 'objekt' : 'objects'}`
  }
  return {
    show(progress: ImportProgress): void {
      if (terminal.isTTY) {
        terminal.write(`\r\x1b[2K${textOf(progress)}`)
        drawn = true
        return
      }
      const now = performance.now()
      told ??= now
      if (now - told < lineEvery) return
      told = now
      terminal.write(`${textOf(progress)}\n`)
    },
    /** Clears the bar. */
    end(): void {
      if (drawn) terminal.write('\r\x1b[2K')
    },
  }
}
