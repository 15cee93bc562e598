import { join } from 'node:path'
import sharp from 'sharp'
import { drawMap, type MapPictureInputs, pictureSize } from './draw-map.ts'
import { fontFolder, type Glyphs, readGlyphs } from './glyphs.ts'

export { pictureSize }

let roboto: Glyphs | undefined

/** The letters of documents and pictures, read once. */
export const letterforms = (): Glyphs => {
  roboto ??= readGlyphs(join(fontFolder, 'Roboto-Regular.ttf'))
  return roboto
}

/** An SVG drawing as PNG with few colours: small enough to be kept with each version. */
export const pngOf = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, colours: 128, dither: 0 }).toBuffer()

/** The same for what is printed and not kept: half as long to make, and hardly larger. */
export const quickPngOf = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg))
    .png({ compressionLevel: 6, palette: true, colours: 128, dither: 0, effort: 1 })
    .toBuffer()

/** The map picture of a dossier, PNG. The same inputs give the same bytes. */
export const mapPicture = (inputs: MapPictureInputs): Promise<Buffer> => pngOf(drawMap(inputs, letterforms()))
