import type { PublicReader } from './public-server.ts'

interface Promised {
  readonly years: readonly number[]
  readonly commitments: readonly { readonly id: string }[]
}
interface Released {
  readonly releases: readonly { readonly month: string }[]
}

/** Promises of every year, each by itself, and every release of the safety map. */
export async function addPages(
  reader: PublicReader,
  put: (path: string, body: unknown) => void,
): Promise<void> {
  const keep = async <T>(path: string): Promise<T | null> => {
    const body = await reader.json<T>(path)
    if (body !== null) put(path, body)
    return body
  }
  const now = await keep<Promised>('/api/commitments')
  await keep('/api/commitments?year=newest')
  for (const year of now?.years ?? []) {
    const told = await keep<Promised>(`/api/commitments?year=${year}`)
    for (const { id } of told?.commitments ?? []) await keep(`/api/commitments/${id}`)
  }
  for (const { month } of (await keep<Released>('/api/releases'))?.releases ?? [])
    await keep(`/api/releases/${month}`)
}
