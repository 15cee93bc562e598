/** Where a tile, or with `run` 0 a directory of tiles, lies: bytes from the beginning of its section. */
export interface DirectoryEntry {
  readonly id: number
  /** Tiles from `id` on that have the same content; 0: the entry is of a leaf directory. */
  readonly run: number
  readonly offset: number
  readonly length: number
}

/** A directory, not compressed, of entries sorted by id. Source: PMTiles specification 3, chapter 4.2. */
export function encodeDirectory(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = []
  const write = (value: number) => {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  write(entries.length)
  entries.forEach(({ id }, i) => {
    write(id - (entries[i - 1]?.id ?? 0))
  })
  for (const { run } of entries) write(run)
  for (const { length } of entries) write(length)
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1]
    write(before && before.offset + before.length === offset ? 0 : offset + 1)
  })
  return Uint8Array.from(bytes)
}
