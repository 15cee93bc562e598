import type { AccountInfo, AccountsAnswer } from '@trygghetskartan/api/contract-admin'
import type { FolderOwner } from '@trygghetskartan/api/database/lock'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { problemOfDatabase } from '@trygghetskartan/api/database-errors'
import { changeAccountRecorded } from '@trygghetskartan/api/identity/change-account'
import { type AccountChange, listAccounts } from '@trygghetskartan/api/queries/accounts'
import { type Command, type CommandIo, databaseFolder, UsageError } from './command.ts'
import { serverWith } from './import-target.ts'

const roles = ['reporter', 'planner', 'police', 'admin'] as const
const works = ['field_worker', 'guard', 'housing_host'] as const
const operator = { id: 'operator', name: 'Kommandoraden', audience: 'admin' } as const
const most = 200

/** What the command does with people, in a database opened here or through the server that has it. */
interface People {
  list(): Promise<AccountInfo[]>
  /** The account as it is then, or what the refusal says. */
  change(id: string, change: AccountChange): Promise<AccountInfo | string>
}

/** People and their roles: how the first administrator is made where the provider's groups name none. */
export const command: Command = {
  usage:
    '[list | role <account> <role | none | by-groups> | decides <account> <on | off> | works-as <account> <field_worker | guard | housing_host | none> | enable <account> | disable <account>]',
  summary: {
    sv: 'Visa konton, ge eller ta roller och rätten att besluta, stäng av och öppna konton',
    en: 'List accounts, give or take roles and the right to decide, disable and enable accounts',
  },
  async run([action = 'list', wanted, role, ...rest], io) {
    const change = changeOf(action, role)
    if (rest.length > 0 || change === null || (action !== 'list' && !wanted))
      throw new UsageError({ sv: 'Förstår inte det.', en: 'Not understood.' })
    return withPeople(io, async (people) => {
      const accounts = await people.list()
      if (change === undefined) {
        for (const account of accounts) io.out(lineOf(account))
        if (accounts.length === 0)
          io.tell({ sv: 'Ingen har loggat in ännu.', en: 'Nobody has signed in yet.' })
        return 0
      }
      const found = accounts.filter(({ id, email, name }) => [id, email, name].includes(wanted ?? ''))
      const [account] = found
      if (!account || found.length > 1) {
        io.tell(
          account
            ? {
                sv: `Flera konton heter ${wanted}: ange id.`,
                en: `Several accounts are ${wanted}: give the id.`,
              }
            : {
                sv: `Inget konto har id, e-post eller namn ${wanted}. Personen måste ha loggat in en gång.`,
                en: `No account has the id, e-mail or name ${wanted}. The person must have signed in once.`,
              },
        )
        return 1
      }
      const changed = await people.change(account.id, change)
      if (typeof changed === 'string') {
        io.tell(changed)
        return 1
      }
      io.out(lineOf(changed))
      return 0
    })
  },
}

/** undefined: only list; null: cannot be understood. */
function changeOf(action: string, role: string | undefined): AccountChange | undefined | null {
  if (action === 'list') return undefined
  if (action === 'enable' || action === 'disable')
    return role === undefined ? { enabled: action === 'enable' } : null
  if (action === 'works-as') {
    const known = works.find((one) => one === role)
    return known ? { worksAs: known } : role === 'none' ? { worksAs: null } : null
  }
  if (action === 'decides') return role === 'on' || role === 'off' ? { decides: role === 'on' } : null
  if (action !== 'role') return null
  if (role === 'none') return { audience: null }
  if (role === 'by-groups') return { audience: 'by-claims' }
  const known = roles.find((one) => one === role)
  return known ? { audience: known } : null
}

const lineOf = ({ id, name, email, provider, audience, enabled, decides, worksAs }: AccountInfo): string =>
  [
    id,
    audience ?? '-',
    enabled ? 'open' : 'disabled',
    provider,
    name,
    email ?? '',
    decides ? 'decides' : (worksAs ?? ''),
  ]
    .join('\t')
    .trimEnd()

async function withPeople(io: CommandIo, work: (people: People) => Promise<number>): Promise<number> {
  const server = await serverWith(io.env)
  if (server?.url && server.token) return work(throughServer(server, io.language))
  const database = await openDatabase({
    url: io.env.DATABASE_URL,
    folder: databaseFolder(io.env),
    migrationsFolder: new URL('../../../data/migrations', import.meta.url).pathname,
    onProgress: io.tell,
  })
  try {
    const filter = { q: undefined, audience: undefined, limit: most, offset: 0 }
    return await work({
      list: async () => {
        const all: AccountInfo[] = []
        for (;;) {
          const { accounts, total } = await database.read('admin', (sql) =>
            listAccounts(sql, { ...filter, offset: all.length }),
          )
          all.push(...accounts)
          if (accounts.length === 0 || all.length >= total) return all
        }
      },
      change: async (id, change) => {
        try {
          const changed = await database.write(operator, (sql) => changeAccountRecorded(sql, id, change))
          return changed ?? id
        } catch (error) {
          const detail = problemOfDatabase(error)?.detail
          if (!detail) throw error
          return detail[io.language]
        }
      },
    })
  } finally {
    await database.close()
  }
}

function throughServer({ url, token }: FolderOwner, language: CommandIo['language']): People {
  const headers = {
    authorization: `Bearer ${token}`,
    'accept-language': language,
    'content-type': 'application/json',
  }
  return {
    list: async () => {
      const all: AccountInfo[] = []
      for (;;) {
        const answer = await fetch(new URL(`/api/accounts?limit=${most}&offset=${all.length}`, url), {
          headers,
        })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
        const { accounts, total } = (await answer.json()) as AccountsAnswer
        all.push(...accounts)
        if (accounts.length === 0 || all.length >= total) return all
      }
    },
    change: async (id, change) => {
      const answer = await fetch(new URL(`/api/accounts/${id}`, url), {
        method: 'PATCH',
        headers,
        body: JSON.stringify(change),
      })
      const body = (await answer.json()) as AccountInfo & { title?: string; detail?: string }
      return answer.ok ? body : (body.detail ?? body.title ?? String(answer.status))
    },
  }
}
