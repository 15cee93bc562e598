import { readFile, writeFile } from 'node:fs/promises'
import type { Text } from '@trygghetskartan/layers'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { figuresOf, type Made } from './saved-figures.ts'

/** A kind of saved results, and how one is made again. */
export interface SavedResults<Run> {
  readonly summary: Text
  /** What a file of one holds, for who gives another file. */
  readonly holds: Text
  /** From a file's JSON; null where it is none. */
  parse(value: Readonly<Record<string, unknown>>): Run | null
  /** From the database, or from the server that has it. */
  stored(id: string, io: CommandIo): Promise<(Run & { readonly title: string }) | undefined>
  /** Made again. Where a remark says why, figures cannot be. */
  again(run: Run): Promise<Made>
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The command of saved results: made again from what they follow from, or written to a file that can be. */
export function savedResultCommand<Run>(results: SavedResults<Run>): Command {
  return {
    usage: 'reproduce <id | file.json> | export <id> <file.json>',
    summary: results.summary,
    async run([action, what, file, ...rest], io) {
      if (action === 'reproduce' && what && !file)
        return compare(await results.again(await runFrom(results, what, io)), io)
      if (action === 'export' && what && isId(what) && file && rest.length === 0)
        return write(await storedRun(results, what, io), file, io)
      throw new UsageError({
        sv: 'Ange reproduce och ett resultats id eller en fil, eller export, id och fil.',
        en: 'Give reproduce and the id of a result or a file, or export, id and file.',
      })
    },
  }
}

/** One line for each figure: where it stands, as it was saved, as it comes out now, and whether that is the same. */
function compare(made: Made, io: CommandIo): number {
  for (const remark of made.remarks) io.tell(remark)
  const figures = figuresOf(made)
  for (const { path, saved, again, same } of figures)
    io.out([path, saved, again, same ? '=' : '≠'].join('\t'))
  const otherwise = figures.filter(({ same }) => !same).length
  io.tell(
    made.same
      ? {
          sv: `Alla ${figures.length} uppgifter blev likadana.`,
          en: `All ${figures.length} figures came out the same.`,
        }
      : {
          sv: `${otherwise} av ${figures.length} uppgifter blev annorlunda.`,
          en: `${otherwise} of ${figures.length} figures came out otherwise.`,
        },
  )
  return made.same ? 0 : 1
}

async function write(run: { readonly title: string }, file: string, io: CommandIo): Promise<number> {
  // A file that is there already is somebody's.
  await writeFile(file, `${JSON.stringify(run)}\n`, { flag: 'wx' }).catch((error: Error) => {
    throw new UsageError({
      sv: `Det går inte att skriva ${file}: ${error.message}`,
      en: `${file} cannot be written: ${error.message}`,
    })
  })
  io.tell({ sv: `${run.title} är skriven till ${file}.`, en: `${run.title} is written to ${file}.` })
  return 0
}

async function runFrom<Run>(results: SavedResults<Run>, what: string, io: CommandIo): Promise<Run> {
  if (isId(what)) return storedRun(results, what, io)
  const text = await readFile(what, 'utf8').catch((error: Error) => {
    throw new UsageError({
      sv: `Det går inte att läsa ${what}: ${error.message}`,
      en: `${what} cannot be read: ${error.message}`,
    })
  })
  const value = objectIn(text)
  const run = value && results.parse(value)
  if (run) return run
  throw new UsageError({
    sv: `${what} är inget sparat resultat: ${results.holds.sv} ska finnas.`,
    en: `${what} is no saved result: ${results.holds.en} must be there.`,
  })
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

async function storedRun<Run>({ stored }: SavedResults<Run>, id: string, io: CommandIo) {
  const run = await stored(id, io)
  if (run) return run
  throw new UsageError({ sv: `Det finns inget resultat ${id}.`, en: `There is no result ${id}.` })
}
