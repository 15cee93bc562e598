import { join } from 'node:path'
import pdfmake from 'pdfmake'
import { fontFolder } from '../dossiers/picture/glyphs.ts'

pdfmake.setFonts({
  Roboto: {
    normal: join(fontFolder, 'Roboto-Regular.ttf'),
    bold: join(fontFolder, 'Roboto-Medium.ttf'),
    italics: join(fontFolder, 'Roboto-Italic.ttf'),
    bolditalics: join(fontFolder, 'Roboto-MediumItalic.ttf'),
  },
})
// Nothing but the font is read from the disk, and nothing from elsewhere.
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder))
pdfmake.setUrlAccessPolicy(() => false)

/** Makes PDF with the letters of documents, and reads nothing else. */
export const printer = pdfmake
