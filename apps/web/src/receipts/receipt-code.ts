/** Crockford's base 32: no letter that looks like a figure, and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 20

const inFours = (text: string): string => text.match(/.{1,4}/g)!.join('-')

/** A code of 100 random bits in groups of four: 7Q2K-M9TD-04XW-HBNE-3VZA. It is made on the reporter's own device. */
export function newReceiptCode(
  random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
): string {
  // Five bits of each byte: 256 is a multiple of 32, so that every letter is as likely.
  return inFours([...random(new Uint8Array(letters))].map((byte) => alphabet[byte & 31]!).join(''))
}

/**
 * A code as a person writes it: in lower case, with gaps or none, O for 0, I or L for 1. Null where it can be none, or is not whole.
 */
export function readReceiptCode(text: string): string | null {
  const code = text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return code.length === letters && [...code].every((letter) => alphabet.includes(letter))
    ? inFours(code)
    : null
}

/** The address of a receipt. The code stands after #, which browsers send to nobody. */
export const receiptPath = (code: string): string => `/kvitto#${code}`
