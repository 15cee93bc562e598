/** What a file is by its first bytes, and its size in pixels where they say so. */
export interface PictureHead {
  readonly type: 'jpeg' | 'png' | 'webp' | 'heic' | 'unknown'
  readonly pixels: number | null
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** Reads the beginning of a file: the first 256 kB are enough, a JPEG's thumbnail and all. */
export function pictureHead(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 32) return { type: 'unknown', pixels: null }
  if (view.getUint32(0) === 0x89504e47)
    return { type: 'png', pixels: view.getUint32(16) * view.getUint32(20) }
  if (view.getUint16(0) === 0xffd8) return { type: 'jpeg', pixels: jpegPixels(view) }
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP')
    return { type: 'webp', pixels: webpPixels(view, latin(bytes, 12, 16)) }
  // ISO base media: HEIC and AVIF name their brands after `ftyp`.
  if (latin(bytes, 4, 8) === 'ftyp' && /hei[cxms]|hev[cx]|mif1|msf1/.test(latin(bytes, 8, 32)))
    return { type: 'heic', pixels: null }
  return { type: 'unknown', pixels: null }
}

/** From the frame header, past all segments before it (ITU T.81, B.2). */
function jpegPixels(view: DataView): number | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
    if (marker >> 8 !== 0xff) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Of the extended form alone: the others hold at most 16,384 pixels a side. */
function webpPixels(view: DataView, chunk: string): number | null {
  if (chunk !== 'VP8X') return null
  const side = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  return side(24) * side(27)
}
