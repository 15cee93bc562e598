import type { Refusal } from '@trygghetskartan/siting'
import { type WorkerPort, workerClient } from '../workers/worker-client.ts'
import type { KnownTown, Reports, SitingWork, WorkKind, WorkOf } from './siting-protocol.ts'

/** Siting's worker. Its answers are null where a later question has taken their place. */
export function sitingClient(open: () => WorkerPort) {
  const client = workerClient<KnownTown, SitingWork, Reports[WorkKind] | Refusal>(
    open,
    ({ groundDigest, demandDigest }) => `${groundDigest} ${demandDigest}`,
  )
  return {
    ask: <Kind extends WorkKind>(town: KnownTown, work: WorkOf<Kind>) =>
      client.ask(town, work) as Promise<Reports[Kind] | Refusal | null>,
    close: client.close,
  }
}
