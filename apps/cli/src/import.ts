import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { type ImportFormat, type ImportSummary, importFormats } from '@trygghetskartan/api/imports/run-import'
import { type DateForm, dateForms } from '@trygghetskartan/formats'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { incidentLines, incidentsHere, incidentsThere } from './import-incidents.ts'
import { openInput } from './import-input.ts'
import { createProgress } from './import-progress.ts'
import { rejectsFile } from './import-rejects.ts'
import { summaryLines } from './import-summary.ts'
import { type ImportRequest, runHere, runThere, serverWith } from './import-target.ts'

/** Reads a file into the map: also while the server runs, which then shows it on open maps. */
export const command: Command = {
  usage:
    '<osm|geojson|csv|polisen> <file or URL> [--layer id] [--srid n] [--name text] [--rejects file] [--ignore-unknown] [--preview] [--json], or incidents <file> [--mapping name] [--date-form ymd|dmy|mdy|…] [--source system]',
  summary: { sv: 'Läs in en fil till kartan', en: 'Import a file into the map' },
  async run(args, io) {
    const { values, positionals } = parsed(args)
    const request = positionals[0] === 'incidents' ? null : parse(values, positionals)
    const json = values.json
    const cancel = new AbortController()
    const stop = () => cancel.abort()
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    try {
      return await (request
        ? importFile(request, io, cancel.signal)
        : takeIncidents(values, positionals, io, cancel.signal))
    } catch (error) {
      if (!(error instanceof Error) || !('text' in error) || error instanceof UsageError) throw error
      const text = error.text as { sv: string; en: string }
      if (json) io.out(JSON.stringify({ error: { code: 'code' in error ? error.code : 'failed', text } }))
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

async function takeIncidents(
  values: Values,
  [, file, ...rest]: readonly string[],
  io: CommandIo,
  signal: AbortSignal,
): Promise<number> {
  if (!file || rest.length > 0 || /^https?:/.test(file))
    throw new UsageError({ sv: 'Ange en fil med händelser.', en: 'Give a file of incidents.' })
  const form = values['date-form']
  if (form !== undefined && !(dateForms as readonly string[]).includes(form))
    throw new UsageError({
      sv: `--date-form är något av ${dateForms.join(', ')}.`,
      en: `--date-form is one of ${dateForms.join(', ')}.`,
    })
  const { size, name, bytes } = await openInput(file, signal)
  await bytes[Symbol.asyncIterator]().return?.()
  const srid = sridOf(values.srid)
  const request = {
    file,
    name: values.name ?? name,
    mapping: values.mapping,
    given: {
      ...(form && { dateForm: form as DateForm }),
      ...(srid && { srid }),
      ...(values.source && { source: values.source }),
    },
    preview: values.preview,
  }
  const rejects = rejectsFile(values.rejects ?? `${name}.rejects.csv`, io.language)
  const progress = createProgress(process.stderr, size, io.language)
  const server = await serverWith(io.env)
  const hooks = { onProgress: progress.show, onReject: rejects.add, signal }
  let summary: IncidentSummary
  try {
    summary = await (server
      ? incidentsThere(server, request, hooks, io.language)
      : incidentsHere(io, request, hooks))
  } finally {
    progress.end()
    const fault = await rejects.close()
    if (fault) io.tell(unwritten(rejects.path, fault))
  }
  const path = rejects.count > 0 ? rejects.path : null
  if (values.json) io.out(JSON.stringify({ ...summary, rejects: path }))
  else for (const line of incidentLines(summary, path, io.language)) io.tell(line)
  return 0
}

type Values = ReturnType<typeof parsed>['values']

function sridOf(text: string | undefined): number | undefined {
  const srid = text === undefined ? undefined : Number(text)
  if (srid !== undefined && !Number.isInteger(srid)) {
    throw new UsageError({
      sv: '--srid ska vara en EPSG-kod, till exempel 3008.',
      en: '--srid is an EPSG code such as 3008.',
    })
  }
  return srid
}

function parse(values: Values, positionals: readonly string[]): Request {
  const [format, file, ...rest] = positionals
  if (!isFormat(format) || !file || rest.length > 0) {
    throw new UsageError({
      sv: `Ange format (${importFormats.join(', ')}, incidents) och fil.`,
      en: `Give a format (${importFormats.join(', ')}, incidents) and a file.`,
    })
  }
  const srid = sridOf(values.srid)
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
        mapping: { type: 'string' },
        source: { type: 'string' },
        'date-form': { type: 'string' },
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
