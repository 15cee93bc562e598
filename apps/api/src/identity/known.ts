/** What a server remembers of the sessions and tokens in use, so that no request needs a query. */

export interface KnownEntry<T> {
  readonly value: T
  /** Anything whose change makes it stale: its own id, its account's. */
  readonly ids: readonly string[]
  /** When the database last said it is open; ms. */
  verifiedAt: number
}

export interface Known<T> {
  /** The value; null where the secret is known to open nothing; undefined where the database has to be asked. */
  get(secret: string): KnownEntry<T> | null | undefined
  /** Asks the database, and remembers unless something changed meanwhile. */
  find(secret: string): Promise<KnownEntry<T> | null>
  /** Forgets everything about an account, session or token. */
  forget(id: string): void
  forgetAll(): void
  entries(): IterableIterator<KnownEntry<T>>
}

const maximumKnown = 20_000
/** An unknown secret is not asked for again for so long: guessing costs no queries. */
const refusedMilliseconds = 10_000

/** `trusted` is how long an answer of the database holds, in ms: Infinity where every change is told in this process. */
export function createKnown<T>(
  lookUp: (secret: string) => Promise<{ value: T; ids: readonly string[] } | undefined>,
  trusted: number,
): Known<T> {
  const open = new Map<string, KnownEntry<T>>()
  const refused = new Map<string, number>()
  const asked = new Map<string, Promise<KnownEntry<T> | null>>()
  let generation = 0

  async function ask(secret: string): Promise<KnownEntry<T> | null> {
    const before = generation
    const verifiedAt = Date.now()
    const found = await lookUp(secret)
    if (!found) {
      if (refused.size >= maximumKnown) refused.clear()
      refused.set(secret, Date.now() + refusedMilliseconds)
      open.delete(secret)
      return null
    }
    const entry = { ...found, verifiedAt }
    if (open.size >= maximumKnown) open.clear()
    // What changed while the answer was on its way may be this very session.
    if (generation === before) open.set(secret, entry)
    return entry
  }

  return {
    get(secret) {
      const entry = open.get(secret)
      if (entry) return Date.now() - entry.verifiedAt < trusted ? entry : undefined
      const until = refused.get(secret)
      if (until === undefined) return undefined
      if (until > Date.now()) return null
      refused.delete(secret)
      return undefined
    },
    find(secret) {
      let question = asked.get(secret)
      if (!question) {
        question = ask(secret).finally(() => asked.delete(secret))
        asked.set(secret, question)
      }
      return question
    },
    forget(id) {
      generation += 1
      for (const [secret, entry] of open) if (entry.ids.includes(id)) open.delete(secret)
    },
    forgetAll() {
      generation += 1
      open.clear()
      refused.clear()
    },
    entries: () => open.values(),
  }
}
