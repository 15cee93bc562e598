import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** What a provider keeps, in memory, for as long as the test runs: nothing of it is shared with another provider. */
export function createMemory(): AdapterFactory {
  const models = new Map<string, Map<string, AdapterPayload>>()
  const rowsOf = (name: string) => {
    const rows = models.get(name) ?? new Map<string, AdapterPayload>()
    models.set(name, rows)
    return rows
  }
  return (name): Adapter => {
    const rows = rowsOf(name)
    const by = (key: 'uid' | 'userCode') => async (value: string) =>
      [...rows.values()].find((payload) => payload[key] === value)
    return {
      upsert: async (id, payload) => {
        rows.set(id, structuredClone(payload))
      },
      find: async (id) => structuredClone(rows.get(id)),
      findByUid: by('uid'),
      findByUserCode: by('userCode'),
      consume: async (id) => {
        const payload = rows.get(id)
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        rows.delete(id)
      },
      revokeByGrantId: async (grantId) => {
        for (const kept of models.values())
          for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id)
      },
    }
  }
}
