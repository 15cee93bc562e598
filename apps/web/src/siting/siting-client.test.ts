import { expect, test } from 'vitest'
import { sitingClient, type WorkerPort } from './siting-client.ts'
import type { FromWorker, KnownTown, ToWorker, WorkOf } from './siting-protocol.ts'

/** A worker that answers when the test says so. */
function heldWorker() {
  const got: ToWorker[] = []
  const port: WorkerPort = {
    postMessage: (message) => void got.push(message),
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
  }
  const work = () => got.filter((message) => message.type === 'work')
  const answer = (rest: Partial<FromWorker>) =>
    port.onmessage?.call(
      port as Worker,
      { data: { number: work().at(-1)!.number, ...rest } } as MessageEvent<FromWorker>,
    )
  return { port, got, work, answer }
}
const town = (digest: string) => ({ groundDigest: digest, demandDigest: digest }) as KnownTown
const work = (edition: number) => ({ kind: 'camera', edition }) as unknown as WorkOf<'camera'>
const report = (seen: number) => ({ report: { area: { seen } } as never })

test('the town is sent once for as long as it is the same', async () => {
  const { port, got, answer } = heldWorker()
  const client = sitingClient(() => port)
  for (const digest of ['a', 'a', 'b']) {
    const asked = client.ask(town(digest), work(2014))
    answer(report(1))
    await asked
  }
  expect(got.map(({ type }) => type)).toEqual(['town', 'work', 'work', 'town', 'work'])
})

test('only the latest of what is asked meanwhile is worked on', async () => {
  const { port, work: sent, answer } = heldWorker()
  const client = sitingClient(() => port)
  const asked = [1, 2, 3].map((edition) => client.ask(town('a'), work(edition)))
  answer(report(1))
  answer(report(3))
  expect(await Promise.all(asked)).toEqual([report(1).report, null, report(3).report])
  expect(sent().length).toBe(2)
})

test('what breaks down is told, and the next question is answered', async () => {
  const { port, answer } = heldWorker()
  const client = sitingClient(() => port)
  const first = client.ask(town('a'), work(1))
  answer({ error: 'no' })
  await expect(first).rejects.toThrow('no')
  const next = client.ask(town('a'), work(2))
  answer(report(2))
  expect(await next).toEqual(report(2).report)
})

test('closing leaves nobody waiting', async () => {
  const { port } = heldWorker()
  const client = sitingClient(() => port)
  const asked = [client.ask(town('a'), work(1)), client.ask(town('a'), work(2))]
  client.close()
  expect(await Promise.all(asked)).toEqual([null, null])
})
