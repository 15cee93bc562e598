/** What was seen before: never, with the same content, or with another. */
export type Seen = 'new' | 'same' | 'other'

/**
 * Remembers rows by a key of 16 bytes and the beginning of a digest of their content, 20 bytes each: a million rows in some 60 MB, where a set
 * of texts takes three times that. Open addressing, never more than two thirds full.
 */
export class SeenRows {
  private slots = 1 << 12
  private words = new Uint32Array(this.slots * 5)
  private count = 0

  add(key: Uint8Array, content: Uint8Array): Seen {
    if (this.count * 3 > this.slots * 2) this.grow()
    const row = new Uint32Array(5)
    for (let i = 0; i < 4; i++) row[i] = wordOf(key, i * 4)
    // Zeros are an empty slot.
    row[4] = wordOf(content, 0) | 1
    return this.put(row)
  }

  private put(row: Uint32Array): Seen {
    const { words, slots } = this
    for (let slot = row[0]! & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const at = slot * 5
      if (words[at + 4] === 0) {
        words.set(row, at)
        this.count += 1
        return 'new'
      }
      if (
        words[at] === row[0] &&
        words[at + 1] === row[1] &&
        words[at + 2] === row[2] &&
        words[at + 3] === row[3]
      )
        return words[at + 4] === row[4] ? 'same' : 'other'
    }
  }

  private grow(): void {
    const before = this.words
    this.slots *= 2
    this.words = new Uint32Array(this.slots * 5)
    this.count = 0
    for (let at = 0; at < before.length; at += 5)
      if (before[at + 4] !== 0) this.put(before.subarray(at, at + 5))
  }
}

const wordOf = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
