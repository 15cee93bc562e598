import { unzlibSync } from 'fflate'
import type { Inflate } from './elements.ts'

/** Unpacks in any browser or runtime. */
export const inflateAnywhere: Inflate = (data, size) => {
  // A buffer of the promised size makes a block that holds more than it says fail instead of growing.
  const unpacked = unzlibSync(data, { out: new Uint8Array(size) })
  if (unpacked.length !== size) throw new RangeError('a block of another size than it says')
  return unpacked
}
