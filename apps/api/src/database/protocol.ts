/**
 * Cuts PostgreSQL's frontend protocol into whole messages: the embedded engine cannot wait for the rest of one.
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
      if (!started) {
        started = true
        break
      }
    }
    if (end === 0) return null
    const whole = pending.subarray(0, end)
    pending = pending.subarray(end)
    return whole
  }
}
