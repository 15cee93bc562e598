import { readFile, writeFile } from 'node:fs/promises'
import type { SitingRunAnswer } from '@trygghetskartan/api/contract-siting'
import { readRun } from '@trygghetskartan/api/siting/saved-run'
import { reproduce, type SitingRun } from '@trygghetskartan/siting'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { withTarget } from './open-target.ts'
import { figuresOf } from './siting-figures.ts'

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** Saved results of siting: made again from what they follow from, or written to a file that can be. */
export const command: Command = {
  usage: 'reproduce <run | file.json> | export <run> <file.json>',
  summary: {
    sv: 'Räkna om ett sparat resultat och jämför varje siffra, eller skriv det till en fil',
    en: 'Make a saved result again and compare every figure, or write it to a file',
  },
  async run([action, what, file, ...rest], io) {
    if (action === 'reproduce' && what && !file) return compare(await runFrom(what, io), io)
    if (action === 'export' && what && isId(what) && file && rest.length === 0) return write(what, file, io)
    throw new UsageError({
      sv: 'Ange reproduce och ett resultats id eller en fil, eller export, id och fil.',
      en: 'Give reproduce and the id of a result or a file, or export, id and file.',
    })
  },
}

/** One line for each figure: where it stands, as it was saved, as it comes out now, and whether that is the same. */
async function compare(run: SitingRun, io: CommandIo): Promise<number> {
  const made = await reproduce(run)
  for (const remark of made.remarks) io.tell(remark)
  const figures = figuresOf(run, made)
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

async function write(id: string, file: string, io: CommandIo): Promise<number> {
  const run = await storedRun(id, io)
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

async function runFrom(what: string, io: CommandIo): Promise<SitingRun> {
  if (isId(what)) return storedRun(what, io)
  const text = await readFile(what, 'utf8').catch((error: Error) => {
    throw new UsageError({
      sv: `Det går inte att läsa ${what}: ${error.message}`,
      en: `${what} cannot be read: ${error.message}`,
    })
  })
  const run = parsed(text)
  if (run) return run
  throw new UsageError({
    sv: `${what} är inget sparat resultat: kind, methods, inputs och result ska finnas.`,
    en: `${what} is no saved result: kind, methods, inputs and result must be there.`,
  })
}

function parsed(text: string): SitingRun | null {
  try {
    const run = JSON.parse(text) as Partial<SitingRun> | null
    const { kind, methods, inputs, result } = run ?? {}
    const whole =
      typeof kind === 'string' && typeof methods === 'number' && isObject(inputs) && isObject(result)
    return whole ? { kind, methods, inputs, result } : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

async function storedRun(id: string, io: CommandIo): Promise<SitingRunAnswer & SitingRun> {
  const run = await withTarget<SitingRunAnswer | undefined>(io, {
    here: (database) => database.owner((sql) => readRun(sql, 'owner', '', id)),
    there: async (ask) => (await ask('GET', `/api/siting/runs/${id}`)).json() as Promise<SitingRunAnswer>,
  })
  if (run) return run
  throw new UsageError({ sv: `Det finns inget resultat ${id}.`, en: `There is no result ${id}.` })
}
