import type { RetentionClock, RetentionRun } from '@trygghetskartan/api/contract-admin'
import { createRetention } from '@trygghetskartan/api/retention/retention'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { type Ask, operator, withTarget } from './open-target.ts'

const paths = {
  list: ['GET', '/api/retention'],
  preview: ['POST', '/api/retention/preview'],
  run: ['POST', '/api/retention/runs'],
} as const

type Action = keyof typeof paths
const isAction = (word: string | undefined): word is Action =>
  word !== undefined && Object.hasOwn(paths, word)

/** How long things are kept: what has had its time, and its going. */
export const command: Command = {
  usage: 'list | preview | run',
  summary: {
    sv: 'Visa gallringens klockor, vad som skulle tas bort, eller ta bort det',
    en: 'Show the clocks of retention, what would go, or let it go',
  },
  async run([action, ...rest], io) {
    if (!isAction(action) || rest.length > 0)
      throw new UsageError({ sv: 'Ange list, preview eller run.', en: 'Give list, preview or run.' })
    if (action === 'list') {
      for (const clock of await done<RetentionClock[]>(action, io)) io.out(clockLine(clock, io))
      return 0
    }
    const { removed } = await done<RetentionRun>(action, io)
    const some = removed.filter(({ rows }) => rows > 0)
    for (const { kind, rows, ...more } of some)
      io.out([kind, rows, ...('examples' in more ? (more.examples as string[]) : [])].join('\t'))
    const rows = some.reduce((sum, one) => sum + one.rows, 0)
    io.tell(
      action === 'run'
        ? { sv: `${rows} rader har tagits bort.`, en: `${rows} rows have been removed.` }
        : {
            sv: `${rows} rader skulle tas bort. Inget har ändrats.`,
            en: `${rows} rows would be removed. Nothing has been changed.`,
          },
    )
    return 0
  },
}

const clockLine = ({ kind, keep, total, due, title }: RetentionClock, { language }: CommandIo): string =>
  [kind, keep, total, due, title[language]].join('\t')

const done = <T>(action: Action, io: CommandIo): Promise<T> =>
  withTarget<unknown>(io, {
    async here(database) {
      const log = { info: () => {} }
      const retention = createRetention({ database, times: io.env.RETENTION || undefined, log })
      return action === 'list' ? retention.list() : retention[action](operator)
    },
    there: async (ask: Ask) => {
      const [method, path] = paths[action]
      return (await ask(method, path)).json()
    },
  }) as Promise<T>
