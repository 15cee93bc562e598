import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits as 43 letters of base64url: what opens a session or is a machine's token. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256: what is kept of a secret. It has 256 bits of its own, so no slow hash is needed. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Compares in a time that does not tell where two texts differ. */
export const same = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b))
