import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { watchExceptions } from './embedded-exceptions.ts'
import type { EngineAnswer, EngineRequest, EngineSettings } from './embedded-messages.ts'
import {
  createRelay,
  errorResponse,
  type Group,
  lastReady,
  query,
  simpleQuery,
  splitGroups,
} from './protocol.ts'

/** Runs PGlite on a thread of its own: a query blocks the thread that runs it. */

const port = parentPort!
const { dataFolder, channel } = workerData as EngineSettings
const answer = (message: EngineAnswer, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)

/** Large answers go out in parts of about this size, so that neither side holds them twice. */
const partSize = 1 << 18

const thrown = watchExceptions()
const create = () => PGlite.create({ dataDir: dataFolder, extensions: { postgis } })
let engine = await create()

/**
 * The engine does not get back all that a refused statement takes: after some 1500 of them it cannot end a transaction any more.
 * So it is closed and opened anew long before.
 */
const mostRefusals = 500
let refusals = 0
let idle = false

async function renew(): Promise<void> {
  await engine.close()
  engine = await create()
  await ask(`listen "${channel}"`)
  refusals = 0
}

const parts: Buffer[] = []
let size = 0

function emit(bytes: Buffer): void {
  if (bytes.length === 0) return
  // The bytes are in the engine's own memory, which it overwrites next.
  parts.push(Buffer.from(bytes))
  size += bytes.length
  if (size >= partSize) flush()
}

function flush(): void {
  if (size === 0) return
  const joined = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  parts.length = 0
  size = 0
  answer({ type: 'data', bytes: joined }, [joined.buffer])
}

async function exec(bytes: Uint8Array): Promise<void> {
  // A start-up message has no type byte. The session may hold what a broken connection left behind.
  if (bytes[0] === 0)
    for (const statement of ['rollback', 'discard all', `listen "${channel}"`]) await ask(statement)
  // A Query of its own, such as the one that opens a transaction, needs nothing of what came before it.
  else if (refusals >= mostRefusals && idle && bytes[0] === query) await renew()
  for (const group of splitGroups(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)))
    await execGroup(group)
  flush()
}

async function execGroup(group: Group): Promise<void> {
  thrown.clear()
  const relay = createRelay(emit, thrown.happened)
  await engine.execProtocolRawStream(group.bytes, {
    onRawData: (data) => relay.push(Buffer.from(data.buffer, data.byteOffset, data.length)),
  })
  refusals += relay.refusals() + (thrown.happened() ? 2 : 0)
  idle = relay.idle() && !thrown.happened()
  if (thrown.happened()) {
    // PostgreSQL does not know that its statement was broken off. An error of its own makes it clean up and fail the transaction.
    const cleaned = await ask('select 1/0')
    emit(errorResponse('XX000', 'the computation of a geometry failed: a geometry is not valid'))
    emit(lastReady(cleaned))
  } else if (group.synced && !relay.ready()) throw brokenDown()
}

/** PostgreSQL panics, for one, when it cannot write its log: then only a new engine can read the folder again. */
const brokenDown = (): Error => new Error('The engine broke down and answers no more')

/** Runs a statement of our own beside the driver. */
async function ask(statement: string): Promise<Buffer> {
  const answered: Buffer[] = []
  await engine.execProtocolRawStream(simpleQuery(statement), {
    onRawData: (data) => answered.push(Buffer.from(data)),
  })
  const whole = Buffer.concat(answered)
  if (whole.length === 0) throw brokenDown()
  return whole
}

let queue = Promise.resolve()
port.on('message', (request: EngineRequest) => {
  queue = queue.then(async () => {
    if (request.type === 'exec') {
      await exec(request.bytes)
      answer({ type: 'done' })
    } else {
      await engine.close()
      // Ends this thread alone.
      process.exit(0)
    }
  })
})
answer({ type: 'ready' })
