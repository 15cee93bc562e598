import { diamondX, diamondY } from './diamond-angle.ts'

/** Of a piece in whose directions nothing at all is seen: the observer leans against a solid there. */
export const blocked = -1

/**
 * Pieces sorted by direction, none overlapping: in the directions [from, to) line `line` is the nearest. No piece reaches
 * over a whole number (a quarter). Between pieces nothing stands.
 */
export interface Pieces {
  length: number
  from: Float64Array
  to: Float64Array
  line: Int32Array
}

export const noPieces = (capacity = 64): Pieces => ({
  length: 0,
  from: new Float64Array(capacity),
  to: new Float64Array(capacity),
  line: new Int32Array(capacity),
})

/**
 * Lines about an observer: u = a*x + b*y is the inverse distance of a line in the direction (x, y), |x| + |y| = 1. It is
 * linear in the direction, so the nearest of lines is the upper envelope of straight functions, and two cross at most once.
 */
export interface Lines {
  a: Float64Array
  b: Float64Array
}

export function reserve(pieces: Pieces, capacity: number): void {
  if (pieces.from.length >= capacity) return
  const size = 2 * capacity
  const from = new Float64Array(size)
  const to = new Float64Array(size)
  const line = new Int32Array(size)
  from.set(pieces.from)
  to.set(pieces.to)
  line.set(pieces.line)
  Object.assign(pieces, { from, to, line })
}

/** Appends [from, to) of a line, cut at whole numbers; `from` may be larger than `to` where it passes east. */
export function appendPiece(pieces: Pieces, from: number, to: number, line: number): void {
  reserve(pieces, pieces.length + 6)
  if (from > to) {
    // Sorted within itself: the part from east on comes first.
    appendCut(pieces, 0, to, line)
    appendCut(pieces, from, 4, line)
  } else {
    appendCut(pieces, from, to, line)
  }
}

function appendCut(pieces: Pieces, from: number, to: number, line: number): void {
  for (let start = from; start < to; ) {
    const end = Math.min(to, Math.floor(start) + 1)
    const at = pieces.length++
    pieces.from[at] = start
    pieces.to[at] = end
    pieces.line[at] = line
    start = end
  }
}

/**
 * Appends to `out` the nearest of two runs of pieces: [i, iEnd) of `p` and [j, jEnd) of `q`. What differs by less than
 * rounding can explain counts as equal, so that edges which share a corner do not seem to cross there.
 */
export function mergeInto(
  out: Pieces,
  lines: Lines,
  p: Pieces,
  i: number,
  iEnd: number,
  q: Pieces,
  j: number,
  jEnd: number,
): void {
  reserve(out, out.length + 4 * (iEnd - i + jEnd - j) + 4)
  const { from, to, line } = out
  const { a, b } = lines
  const { from: pFrom, to: pTo, line: pLine } = p
  const { from: qFrom, to: qTo, line: qLine } = q
  const first = out.length
  let n = first
  let at = 0
  while (i < iEnd || j < jEnd) {
    const pStart = i < iEnd ? Math.max(pFrom[i]!, at) : Infinity
    const qStart = j < jEnd ? Math.max(qFrom[j]!, at) : Infinity
    let start = pStart
    let end: number
    let winner: number
    if (pStart < qStart) {
      winner = pLine[i]!
      end = Math.min(pTo[i]!, qStart)
    } else if (qStart < pStart) {
      winner = qLine[j]!
      start = qStart
      end = Math.min(qTo[j]!, pStart)
    } else {
      const k = pLine[i]!
      const l = qLine[j]!
      end = Math.min(pTo[i]!, qTo[j]!)
      winner = k
      if (l < 0) winner = l
      else if (k >= 0 && k !== l) {
        const quarter = Math.floor(start)
        const da = a[k]! - a[l]!
        const db = b[k]! - b[l]!
        const slack = 8e-16 * (Math.abs(a[k]!) + Math.abs(b[k]!) + Math.abs(a[l]!) + Math.abs(b[l]!))
        const atStart = da * diamondX(start, quarter) + db * diamondY(start, quarter)
        const atEnd = da * diamondX(end, quarter) + db * diamondY(end, quarter)
        if (atStart > slack && atEnd < -slack) {
          end = Math.min(end, Math.max(start, start + ((end - start) * atStart) / (atStart - atEnd)))
        } else if (atStart < -slack && atEnd > slack) {
          winner = l
          end = Math.min(end, Math.max(start, start + ((end - start) * atStart) / (atStart - atEnd)))
        } else {
          const apart = Math.abs(atStart) > slack || Math.abs(atEnd) > slack
          const sum = (Math.abs(atStart) > slack ? atStart : 0) + (Math.abs(atEnd) > slack ? atEnd : 0)
          winner = apart ? (sum > 0 ? k : l) : Math.min(k, l)
        }
        if (end <= start) {
          // They cross so close to the start that it rounds to it: from here on the other is nearer.
          winner = winner === k ? l : k
          end = Math.min(pTo[i]!, qTo[j]!)
        }
      }
    }
    if (n > first && line[n - 1] === winner && to[n - 1] === start && start !== Math.floor(start)) {
      to[n - 1] = end
    } else {
      from[n] = start
      to[n] = end
      line[n++] = winner
    }
    at = end
    if (i < iEnd && pTo[i]! <= at) i++
    if (j < jEnd && qTo[j]! <= at) j++
  }
  out.length = n
}

/**
 * The nearest of many lines: neighbours are merged two and two until one run is left; n log n steps.
 * `runs` says where each run of `pieces` starts, with the end as a last entry; `spare` is worked in. Returns where the
 * result stands: one of the two.
 */
export function mergeAll(
  pieces: Pieces,
  spare: Pieces,
  runs: Int32Array,
  count: number,
  lines: Lines,
): Pieces {
  let source = pieces
  let target = spare
  let left = count
  while (left > 1) {
    target.length = 0
    let kept = 0
    for (let run = 0; run < left; run += 2) {
      const start = runs[run]!
      const middle = runs[run + 1]!
      const end = run + 1 < left ? runs[run + 2]! : middle
      const at = target.length
      mergeInto(target, lines, source, start, middle, source, middle, end)
      runs[kept++] = at
    }
    runs[kept] = target.length
    left = kept
    const done = source
    source = target
    target = done
  }
  return source
}
