import { hashOf } from '../identity/secret.ts'

/** Crockford's base 32: no I, L, O or U. */
const form = /^[0-9A-HJKMNP-TV-Z]{20}$/

/** As it is kept in mind, typed and read aloud: small letters, spaces or none, and letters taken for the figures they look like. */
const plain = (code: string): string =>
  code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Whether it is twenty characters of Crockford's base 32, however it is written. */
export const isReceiptCode = (code: string): boolean => form.test(plain(code))

/** SHA-256 of the code: what the database keeps. Of any other text too, so that one that is no code takes as long to refuse. */
export const digestOfCode = (code: string): Buffer => hashOf(plain(code))
