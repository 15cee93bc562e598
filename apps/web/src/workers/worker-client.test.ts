import { expect, test } from 'vitest'
import { type WorkerPort, workerClient } from './worker-client.ts'
import { type FromWorker, type ToWorker, workerService } from './worker-protocol.ts'

interface Town {
  readonly name: string
}

/** A worker that answers when the test says so. */
function heldWorker() {
  const got: ToWorker<Town, number>[] = []
  let ended = 0
  const port: WorkerPort = {
    postMessage: (message) => void got.push(message),
    onmessage: null,
    onerror: null,
    terminate: () => void ended++,
  }
  const work = () => got.filter((message) => message.type === 'work')
  const answer = (rest: Partial<FromWorker<string>>) =>
    port.onmessage?.call(
      port as Worker,
      { data: { number: work().at(-1)!.number, ...rest } } as MessageEvent<FromWorker<string>>,
    )
  const client = workerClient<Town, number, string>(
    () => port,
    ({ name }) => name,
  )
  return { client, got, work, answer, ended: () => ended }
}
const town = { name: 'a' }

test('what is known is sent once for as long as it is the same', async () => {
  const { client, got, answer } = heldWorker()
  for (const name of ['a', 'a', 'b']) {
    const asked = client.ask({ name }, 1)
    answer({ report: 'seen' })
    await asked
  }
  expect(got.map(({ type }) => type)).toEqual(['known', 'work', 'work', 'known', 'work'])
})

test('only the latest of what is asked meanwhile is worked on', async () => {
  const { client, work, answer } = heldWorker()
  const asked = [1, 2, 3].map((one) => client.ask(town, one))
  answer({ report: 'first' })
  answer({ report: 'third' })
  expect(await Promise.all(asked)).toEqual(['first', null, 'third'])
  expect(work().length).toBe(2)
})

test('questions of different lanes wait beside each other', async () => {
  const { client, work, answer } = heldWorker()
  const asked = [
    client.ask(town, 1),
    client.ask(town, 2, { lane: 'chart' }),
    client.ask(town, 3),
    client.ask(town, 4, { lane: 'chart' }),
  ]
  for (const report of ['first', 'chart', 'map']) answer({ report })
  expect(await Promise.all(asked)).toEqual(['first', null, 'map', 'chart'])
  expect(work().map((message) => message.type === 'work' && message.work)).toEqual([1, 4, 3])
})

test('what breaks down is told, and the next question is answered', async () => {
  const { client, answer } = heldWorker()
  const first = client.ask(town, 1)
  answer({ error: 'no' })
  await expect(first).rejects.toThrow('no')
  const next = client.ask(town, 2)
  answer({ report: 'yes' })
  expect(await next).toBe('yes')
})

test('how far it has come is told on the way, and never for another question', async () => {
  const { client, answer } = heldWorker()
  const told: number[] = []
  const asked = client.ask(town, 1, { onProgress: (done) => told.push(done) })
  answer({ done: 0.25 })
  answer({ number: 99, done: 0.5 })
  answer({ report: 'done' })
  expect(await asked).toBe('done')
  expect(told).toEqual([0.25])
})

test('a long question is stopped by ending the worker, and the next finds what is known again', async () => {
  const { client, got, answer, ended } = heldWorker()
  const long = client.ask(town, 1)
  client.cancel()
  expect(await long).toBeNull()
  expect(ended()).toBe(1)
  const next = client.ask(town, 2)
  answer({ report: 'soon' })
  expect(await next).toBe('soon')
  expect(got.map(({ type }) => type)).toEqual(['known', 'work', 'known', 'work'])
})

test('closing leaves nobody waiting', async () => {
  const { client } = heldWorker()
  const asked = [client.ask(town, 1), client.ask(town, 2)]
  client.close()
  expect(await Promise.all(asked)).toEqual([null, null])
})

test('the worker answers from what it knows, tells how far it has come, and says what went wrong', async () => {
  const said: FromWorker<string>[] = []
  const serve = workerService<Town, number, string>(
    (message) => said.push(message),
    (work, { name }, tell) => {
      if (work < 0) throw new Error('Less than nothing')
      tell(0.5)
      return `${name} ${work}`
    },
  )
  await serve({ type: 'work', number: 1, work: 1 })
  await serve({ type: 'known', known: town })
  await serve({ type: 'work', number: 2, work: 2 })
  await serve({ type: 'work', number: 3, work: -1 })
  expect(said).toEqual([
    { number: 1, error: 'Nothing is known yet' },
    { number: 2, done: 0.5 },
    { number: 2, report: 'a 2' },
    { number: 3, error: 'Less than nothing' },
  ])
})
