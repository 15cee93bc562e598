import type { ReleaseAnswer, ReleasesAnswer } from '@trygghetskartan/api/contract-releases'
import { readReleases } from '@trygghetskartan/api/queries/releases'
import { digestOf } from '@trygghetskartan/api/releases/content'
import { type Made, makeRelease } from '@trygghetskartan/api/releases/make-release'
import { endedMonth, releaseJobId } from '@trygghetskartan/api/releases/release-job'
import { verifyReleases } from '@trygghetskartan/api/releases/verify-releases'
import type { Text } from '@trygghetskartan/layers'
import { firstDay } from '@trygghetskartan/privacy'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { withTarget } from './open-target.ts'

const actions: Record<string, (io: CommandIo) => Promise<number>> = { preview, make, list, verify }

/** The safety map's releases: one a month, never made again. */
export const command: Command = {
  usage: 'preview | make | list | verify',
  summary: {
    sv: 'Trygghetskartan för månaden som gått: visa hur den skulle bli, gör den, eller kontrollera de gjorda',
    en: 'The safety map of the month that has ended: show what it would be, make it, or verify those made',
  },
  run([action, ...rest], io) {
    const work = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!work)
      throw new UsageError({
        sv: 'Ange preview, make, list eller verify.',
        en: 'Give preview, make, list or verify.',
      })
    if (rest.length > 0)
      throw new UsageError({
        sv: 'Månaden kan inte väljas: det är alltid den som senast har gått.',
        en: 'The month cannot be chosen: it is always the one that has ended last.',
      })
    return work(io)
  },
}

/** What is made in a transaction that is taken back. */
class TakenBack extends Error {
  readonly made: Made

  constructor(made: Made) {
    super('taken back')
    this.made = made
  }
}

async function preview(io: CommandIo): Promise<number> {
  const month = endedMonth(new Date())
  const made = await withTarget<Made | null>(io, {
    here: (database) =>
      database
        .owner<never>(async (sql) => {
          throw new TakenBack(await makeRelease(sql, { month }))
        })
        .catch((error: unknown) => {
          if (error instanceof TakenBack) return error.made
          throw error
        }),
    there: async () => null,
  })
  if (!made) {
    io.tell({
      sv: 'Servern har databasen: stoppa den för att se en förhandsvisning.',
      en: 'The server has the database: stop it to see a preview.',
    })
    return 1
  }
  tellMade(made, month, io)
  io.tell({ sv: 'Inget har ändrats.', en: 'Nothing has been changed.' })
  return 0
}

async function make(io: CommandIo): Promise<number> {
  const month = endedMonth(new Date())
  const made = await withTarget<Made | null>(io, {
    here: (database) => database.owner((sql) => makeRelease(sql, { month })),
    async there(ask) {
      await ask('POST', `/api/jobs/${releaseJobId}/runs`)
      return null
    },
  })
  if (made) {
    tellMade(made, month, io)
    return made.kind === 'made' ? 0 : 1
  }
  io.tell({ sv: 'Servern gör den nu. Se list.', en: 'The server makes it now. See list.' })
  return 0
}

function tellMade(made: Made, number: number, io: CommandIo): void {
  const month = firstDay(number).slice(0, 7)
  if (made.kind === 'there')
    io.tell({
      sv: `${month} är redan gjord, och görs aldrig om.`,
      en: `${month} is made already, and is never made again.`,
    })
  else if (made.kind === 'no-ground')
    io.tell({
      sv: 'Kartan har för få adresser: läs in en karta först.',
      en: 'The map has too few addresses: import one first.',
    })
  else
    io.tell({
      sv: `${month}: ${made.squares} rutor, varav ${made.told} säger något; ${made.batches} nya grupper av rapporter.`,
      en: `${month}: ${made.squares} squares, of which ${made.told} say something; ${made.batches} new batches of reports.`,
    })
}

const summaries = (io: CommandIo): Promise<{ month: string; sha256: string }[]> =>
  withTarget(io, {
    here: (database) => database.read('public', (sql) => readReleases(sql, 'public')),
    there: async (ask) => ((await (await ask('GET', '/api/releases')).json()) as ReleasesAnswer).releases,
  })

async function list(io: CommandIo): Promise<number> {
  for (const { month, sha256 } of await summaries(io)) io.out([month.slice(0, 7), sha256].join('\t'))
  return 0
}

async function verify(io: CommandIo): Promise<number> {
  const { checked, wrong } = await withTarget(io, {
    here: verifyReleases,
    async there(ask) {
      const { releases } = (await (await ask('GET', '/api/releases')).json()) as ReleasesAnswer
      const wrong: string[] = []
      for (const [i, { month }] of releases.entries()) {
        const {
          squares,
          sha256,
          month: _,
          ...rest
        } = (await (await ask('GET', `/api/releases/${month}`)).json()) as ReleaseAnswer
        const same = digestOf({ ...rest, month: `${month}-01` }, squares) === sha256
        if (!same || rest.before !== (releases[i + 1]?.sha256 ?? null)) wrong.push(month)
      }
      return { checked: releases.length, wrong }
    },
  })
  for (const month of wrong) io.out(month)
  io.tell(wrong.length > 0 ? changed(wrong.length) : unchanged(checked))
  return wrong.length === 0 ? 0 : 1
}

const changed = (count: number): Text =>
  count === 1
    ? { sv: '1 utgåva är ändrad.', en: '1 release has been changed.' }
    : { sv: `${count} utgåvor är ändrade.`, en: `${count} releases have been changed.` }

const unchanged = (count: number): Text =>
  count === 0
    ? { sv: 'Det finns inga utgåvor än.', en: 'There are no releases yet.' }
    : count === 1
      ? { sv: '1 utgåva är som den publicerades.', en: '1 release is as it was published.' }
      : {
          sv: `${count} utgåvor är som de publicerades.`,
          en: `${count} releases are as they were published.`,
        }
