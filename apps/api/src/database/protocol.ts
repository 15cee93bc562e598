/** The parts of PostgreSQL's wire protocol that the embedded engine has to know. */

/**
 * Cuts what the driver sends into whole messages: the embedded engine cannot wait for the rest of one.
 * Returns a function that takes the next bytes and gives back all whole messages so far, or null.
 */
export function createFramer(): (chunk: Buffer) => Buffer | null {
  let pending: Buffer = Buffer.alloc(0)
  let started = false
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    let end = 0
    for (;;) {
      // The first message, start-up, has a length but no type byte.
      const header = started ? 1 : 0
      if (pending.length < end + header + 4) break
      const next = end + header + pending.readInt32BE(end + header)
      if (pending.length < next) break
      end = next
      started = true
    }
    if (end === 0) return null
    const whole = pending.subarray(0, end)
    pending = pending.subarray(end)
    return whole
  }
}

/** Messages that are answered together. */
export interface Group {
  readonly bytes: Buffer
  /** Must be answered by a ReadyForQuery. */
  readonly synced: boolean
}

const letter = (text: string): number => text.charCodeAt(0)
export const query = letter('Q')
const sync = letter('S')
const readyForQuery = letter('Z')
const refusal = letter('E')
const noTransaction = letter('I')

/** Splits whole messages after each Query and each Sync. */
export function splitGroups(bytes: Buffer): Group[] {
  if (bytes[0] === 0) return [{ bytes, synced: true }]
  const groups: Group[] = []
  let start = 0
  for (let offset = 0; offset < bytes.length; ) {
    const type = bytes[offset]
    offset += 1 + bytes.readInt32BE(offset + 1)
    const synced = type === query || type === sync
    if (!synced && offset < bytes.length) continue
    groups.push({ bytes: bytes.subarray(start, offset), synced })
    start = offset
  }
  return groups
}

export interface Relay {
  push(chunk: Buffer): void
  /** A ReadyForQuery has been passed on. */
  ready(): boolean
  /** The last ReadyForQuery told that no transaction is open. */
  idle(): boolean
  /** How many ErrorResponses have been passed on. */
  refusals(): number
}

/** Passes the messages of an answer on until `stop` says so, and then no more of them, but never half a message. */
export function createRelay(emit: (bytes: Buffer) => void, stop: () => boolean): Relay {
  let carry: Buffer = Buffer.alloc(0)
  let rest = 0
  let ready = false
  let idle = false
  let refusals = 0
  return {
    push(chunk) {
      const passed = Math.min(rest, chunk.length)
      rest -= passed
      emit(chunk.subarray(0, passed))
      if (stop()) return
      const left = chunk.subarray(passed)
      const data = carry.length === 0 ? left : Buffer.concat([carry, left])
      let offset = 0
      while (offset + 5 <= data.length) {
        ready ||= data[offset] === readyForQuery
        idle = data[offset] === readyForQuery && data[offset + 5] === noTransaction
        if (data[offset] === refusal) refusals += 1
        const end = offset + 1 + data.readInt32BE(offset + 1)
        if (end > data.length) rest = end - data.length
        offset = Math.min(end, data.length)
      }
      emit(data.subarray(0, offset))
      carry = Buffer.from(data.subarray(offset))
    },
    ready: () => ready,
    idle: () => idle,
    refusals: () => refusals,
  }
}

const message = (type: string, body: Buffer): Buffer => {
  const whole = Buffer.alloc(5 + body.length)
  whole.write(type)
  whole.writeInt32BE(4 + body.length, 1)
  body.copy(whole, 5)
  return whole
}

/** The frontend's Query message. */
export const simpleQuery = (statement: string): Buffer => message('Q', Buffer.from(`${statement}\0`))

/** The backend's ErrorResponse. */
export const errorResponse = (code: string, text: string): Buffer =>
  message('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`))

/** The last ReadyForQuery of an answer, whose status says whether a transaction is open. */
export function lastReady(answer: Buffer): Buffer {
  const status = answer.at(-1)!
  return message('Z', Buffer.from([status]))
}
