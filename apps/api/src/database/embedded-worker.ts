import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import type { EngineAnswer, EngineRequest, EngineSettings } from './embedded-messages.ts'

/** Runs PGlite on a thread of its own: a query blocks the thread that runs it. */

const port = parentPort!
const { dataFolder, channel } = workerData as EngineSettings
const answer = (message: EngineAnswer, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)

/** Large answers go out in parts of about this size, so that neither side holds them twice. */
const partSize = 1 << 18

const engine = await PGlite.create({ dataDir: dataFolder, extensions: { postgis } })

async function exec(bytes: Uint8Array): Promise<void> {
  // A start-up message has no type byte. The session may hold what a broken connection left behind.
  if (bytes[0] === 0) await reset()
  let parts: Uint8Array[] = []
  let size = 0
  const flush = (): void => {
    if (size === 0) return
    const joined = new Uint8Array(size)
    let offset = 0
    for (const part of parts) {
      joined.set(part, offset)
      offset += part.length
    }
    parts = []
    size = 0
    answer({ type: 'data', bytes: joined }, [joined.buffer])
  }
  await engine.execProtocolRawStream(bytes, {
    onRawData: (data) => {
      // The view is on the engine's own memory, which it overwrites next.
      parts.push(data.slice())
      size += data.length
      if (size >= partSize) flush()
    },
  })
  flush()
}

async function reset(): Promise<void> {
  for (const statement of ['rollback', 'discard all', `listen "${channel}"`]) {
    await engine.execProtocolRawStream(simpleQuery(statement), { onRawData: () => {} })
  }
}

/** The protocol's Query message. */
function simpleQuery(statement: string): Uint8Array {
  const text = Buffer.from(`${statement}\0`)
  const message = Buffer.alloc(5 + text.length)
  message.write('Q')
  message.writeInt32BE(4 + text.length, 1)
  text.copy(message, 5)
  return message
}

let queue = Promise.resolve()
port.on('message', (request: EngineRequest) => {
  queue = queue.then(async () => {
    if (request.type === 'exec') {
      await exec(request.bytes)
      answer({ type: 'done' })
    } else {
      await engine.close()
      answer({ type: 'stopped' })
      port.close()
    }
  })
})
answer({ type: 'ready' })
