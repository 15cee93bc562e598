import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the font that documents and pictures are set in: Roboto, that of pdfmake (Apache 2.0). */
export const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
  'Roboto',
)

/**
 * Outlines of a TrueType font (ISO/IEC 14496-22, tables cmap 4, glyf, loca, hmtx), so that a picture has the same letters on every
 * machine, whatever fonts are installed there. Throws where the file is no such font.
 */
export interface Glyphs {
  /** Width of a text set at 1. */
  width(text: string): number
  /** An SVG path of a text set at `size`, its baseline beginning at x, y. */
  path(text: string, x: number, y: number, size: number): string
}

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

export function readGlyphs(file: string): Glyphs {
  const bytes = readFileSync(file)
  const tables = new Map<string, number>()
  for (let i = 0; i < bytes.readUInt16BE(4); i += 1) {
    const at = 12 + i * 16
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8))
  }
  const table = (tag: string): number => {
    const at = tables.get(tag)
    if (at === undefined) throw new Error(`${file} is no TrueType font: it has no table ${tag}`)
    return at
  }
  const [head, hhea, hmtx, loca, glyf, cmap] = ['head', 'hhea', 'hmtx', 'loca', 'glyf', 'cmap'].map(
    table,
  ) as [number, number, number, number, number, number]
  const unit = bytes.readUInt16BE(head + 18)
  const long = bytes.readInt16BE(head + 50) === 1
  const measured = bytes.readUInt16BE(hhea + 34)
  const glyphOf = characterMap(bytes, cmap)
  const advance = (glyph: number) => bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, measured - 1))
  const offset = (glyph: number) =>
    long ? bytes.readUInt32BE(loca + 4 * glyph) : 2 * bytes.readUInt16BE(loca + 2 * glyph)

  function contours(glyph: number): Point[][] {
    const at = glyf + offset(glyph)
    if (offset(glyph + 1) === offset(glyph)) return []
    const count = bytes.readInt16BE(at)
    return count >= 0 ? simple(bytes, at, count) : composite(at)
  }

  function composite(start: number): Point[][] {
    const all: Point[][] = []
    let at = start + 10
    for (;;) {
      const flags = bytes.readUInt16BE(at)
      const glyph = bytes.readUInt16BE(at + 2)
      const words = (flags & 1) !== 0
      const [dx, dy] = words
        ? [bytes.readInt16BE(at + 4), bytes.readInt16BE(at + 6)]
        : [bytes.readInt8(at + 4), bytes.readInt8(at + 5)]
      at += words ? 8 : 6
      let [a, b, c, d] = [1, 0, 0, 1]
      const scale = () => {
        at += 2
        return bytes.readInt16BE(at - 2) / 16384
      }
      if (flags & 8) a = d = scale()
      else if (flags & 64) [a, d] = [scale(), scale()]
      else if (flags & 128) [a, b, c, d] = [scale(), scale(), scale(), scale()]
      for (const contour of contours(glyph))
        all.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })))
      if (!(flags & 32)) return all
    }
  }

  return {
    width: (text) =>
      [...text].reduce((sum, letter) => sum + advance(glyphOf(letter.codePointAt(0)!)), 0) / unit,
    path(text, x, y, size) {
      const scale = size / unit
      let pen = x
      let path = ''
      for (const letter of text) {
        const glyph = glyphOf(letter.codePointAt(0)!)
        const at = (point: Point) => `${fixed(pen + point.x * scale)} ${fixed(y - point.y * scale)}`
        for (const contour of contours(glyph)) path += outline(contour, at)
        pen += advance(glyph) * scale
      }
      return path
    },
  }
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100)

/** Quadratic curves: between two control points lies a point of the outline. */
function outline(contour: readonly Point[], at: (point: Point) => string): string {
  if (contour.length < 2) return ''
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })
  const first = contour.findIndex(({ on }) => on)
  const start = first >= 0 ? contour[first]! : middle(contour[0]!, contour.at(-1)!)
  const turn = first >= 0 ? first + 1 : 0
  const rest = Array.from({ length: contour.length }, (_, i) => contour[(turn + i) % contour.length]!)
  let path = `M${at(start)}`
  let control: Point | null = null
  for (const point of rest) {
    if (point.on) path += control ? `Q${at(control)} ${at(point)}` : `L${at(point)}`
    else if (control) path += `Q${at(control)} ${at(middle(control, point))}`
    control = point.on ? null : point
  }
  if (control) path += `Q${at(control)} ${at(start)}`
  return `${path}Z`
}

function simple(bytes: Buffer, start: number, count: number): Point[][] {
  let at = start + 10
  const ends = Array.from({ length: count }, (_, i) => bytes.readUInt16BE(at + 2 * i))
  at += 2 * count
  at += 2 + bytes.readUInt16BE(at)
  const n = (ends.at(-1) ?? -1) + 1
  const flags: number[] = []
  while (flags.length < n) {
    const flag = bytes[at++]!
    flags.push(flag)
    if (flag & 8) for (let repeat = bytes[at++]!; repeat > 0; repeat -= 1) flags.push(flag)
  }
  const axis = (short: number, same: number) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes[at++]! : -bytes[at++]!
      else if (!(flag & same)) {
        value += bytes.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(2, 16)
  const ys = axis(4, 32)
  return ends.map((end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1
    return Array.from({ length: end - from + 1 }, (_, k) => ({
      x: xs[from + k]!,
      y: ys[from + k]!,
      on: (flags[from + k]! & 1) !== 0,
    }))
  })
}

/** Letters by the format 4 table of the basic plane; 0, the empty box, where the font has none. */
function characterMap(bytes: Buffer, cmap: number): (code: number) => number {
  const count = bytes.readUInt16BE(cmap + 2)
  const subtables = Array.from({ length: count }, (_, i) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * i))
  const at = subtables.find((offset) => bytes.readUInt16BE(offset) === 4)
  if (at === undefined) throw new Error('the font has no map of characters in format 4')
  const segments = bytes.readUInt16BE(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const ranges = deltas + 2 * segments
  return (code) => {
    for (let i = 0; i < segments; i += 1) {
      if (bytes.readUInt16BE(ends + 2 * i) < code) continue
      const start = bytes.readUInt16BE(starts + 2 * i)
      if (start > code) return 0
      const delta = bytes.readUInt16BE(deltas + 2 * i)
      const range = bytes.readUInt16BE(ranges + 2 * i)
      if (range === 0) return (code + delta) & 0xffff
      const glyph = bytes.readUInt16BE(ranges + 2 * i + range + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
