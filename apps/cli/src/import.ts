import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportFormat, type ImportSummary, importFormats } from '@trygghetskartan/api/imports/run-import'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { openInput } from './import-input.ts'
import { createProgress } from './import-progress.ts'
import { rejectsFile } from './import-rejects.ts'
import { summaryLines } from './import-summary.ts'
import { type ImportRequest, runHere, runThere, serverWith } from './import-target.ts'

/** Reads a file into the map: also while the server runs, which then shows it on open maps. */
export const command: Command = {
  usage:
    '<osm|geojson|csv|polisen> <file or URL> [--layer id] [--srid n] [--name text] [--rejects file] [--ignore-unknown] [--preview] [--json]',
  summary: { sv: 'Läs in en fil till kartan', en: 'Import a file into the map' },
  async run(args, io) {
    const request = parse(args)
    const cancel = new AbortController()
    const stop = () => cancel.abort()
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    try {
      return await importFile(request, io, cancel.signal)
    } catch (error) {
      if (!(error instanceof Error) || !('text' in error) || error instanceof UsageError) throw error
      const text = error.text as { sv: string; en: string }
      if (request.json)
        io.out(JSON.stringify({ error: { code: 'code' in error ? error.code : 'failed', text } }))
      io.tell(text)
      return cancel.signal.aborted ? 130 : 1
    } finally {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    }
  },
}

type Request = ImportRequest & { file: string; json: boolean; rejects: string | undefined }

async function importFile(request: Request, io: CommandIo, signal: AbortSignal): Promise<number> {
  const input = await openInput(request.file, signal)
  const rejects = rejectsFile(request.rejects ?? `${input.name}.rejects.csv`, io.language)
  const progress = createProgress(process.stderr, input.size, io.language)
  const server = await serverWith(io.env)
  const hooks = { onProgress: progress.show, onReject: rejects.add, signal }
  let summary: ImportSummary
  try {
    summary = await (server
      ? runThere(server, request, input.bytes, hooks, io.language)
      : runHere(io, request, input.bytes, hooks))
  } finally {
    progress.end()
    const fault = await rejects.close()
    if (fault) io.tell(unwritten(rejects.path, fault))
  }
  const file = rejects.count > 0 ? rejects.path : null
  if (request.json) io.out(JSON.stringify({ ...summary, rejects: file }))
  else for (const line of summaryLines(summary, file, io.language)) io.tell(line)
  return 0
}

function parse(args: readonly string[]): Request {
  const { values, positionals } = parsed(args)
  const [format, file, ...rest] = positionals
  if (!isFormat(format) || !file || rest.length > 0) {
    throw new UsageError({
      sv: `Ange format (${importFormats.join(', ')}) och fil.`,
      en: `Give a format (${importFormats.join(', ')}) and a file.`,
    })
  }
  const srid = values.srid === undefined ? undefined : Number(values.srid)
  if (srid !== undefined && !Number.isInteger(srid)) {
    throw new UsageError({
      sv: '--srid ska vara en EPSG-kod, till exempel 3008.',
      en: '--srid is an EPSG code such as 3008.',
    })
  }
  return {
    format,
    file,
    layerId: values.layer,
    srid,
    ignoreUnknown: values['ignore-unknown'],
    preview: values.preview,
    name: values.name ?? basename(file.split('?')[0]!),
    json: values.json,
    rejects: values.rejects,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layer: { type: 'string' },
        srid: { type: 'string' },
        name: { type: 'string' },
        rejects: { type: 'string' },
        json: { type: 'boolean', default: false },
        'ignore-unknown': { type: 'boolean', default: false },
        preview: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError({ sv: error.message, en: error.message })
    throw error
  }
}

const unwritten = (path: string, { message }: Error) => ({
  sv: `De avvisade raderna kunde inte skrivas till ${path}: ${message}`,
  en: `What was refused could not be written to ${path}: ${message}`,
})

const isFormat = (format: string | undefined): format is ImportFormat =>
  (importFormats as readonly (string | undefined)[]).includes(format)
