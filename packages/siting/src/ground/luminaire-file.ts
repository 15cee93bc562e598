import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { readEulumdat } from '../eulumdat.ts'
import { readIes } from '../ies.ts'
import type { Luminaire, PhotometryRefusal } from '../photometry.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'

/** Files read last, by their text: while lamps are dragged the same file is asked for many times a second. */
const read = new Map<string, Luminaire | PhotometryRefusal>()
const mostKept = 32

/** The luminaire of a photometric file by its id, or why there is none: no such file, or a file that cannot be. */
export function luminaireFrom(files: LuminaireFiles, id: string): Luminaire | Refusal {
  const file = Object.hasOwn(files, id) ? files[id] : undefined
  if (!file)
    return refuse(
      'unknown-luminaire',
      'Armaturfilen finns inte längre. Välj en annan armatur.',
      'The luminaire’s file is no longer there. Choose another luminaire.',
    )
  const key = `${file.format} ${file.text}`
  let luminaire = read.get(key)
  if (!luminaire) {
    luminaire = file.format === 'ies' ? readIes(file.text) : readEulumdat(file.text)
    if (read.size >= mostKept) read.delete(read.keys().next().value!)
    read.set(key, luminaire)
  }
  if (!isRefusal(luminaire)) return luminaire
  return refuse(
    luminaire.code,
    `Armaturfilen går inte att använda. ${luminaire.text.sv}`,
    `The luminaire’s file cannot be used. ${luminaire.text.en}`,
  )
}
