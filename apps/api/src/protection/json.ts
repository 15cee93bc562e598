import { ProblemError } from '../errors.ts'

/** Our deepest is a GeoJSON MultiPolygon in a measure: 8. */
const deepest = 32

const quote = 0x22
const backslash = 0x5c

/** How deep arrays and objects of a JSON text stand in each other; counted on the bytes, before anything is built of them. */
export function depthOf(bytes: Uint8Array): number {
  let [depth, most, inText] = [0, 0, false]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inText) {
      if (byte === backslash) at++
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (byte === 0x5b || byte === 0x7b) most = Math.max(most, ++depth)
    else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return most
}

/** Throws `invalid` where a body is deeper than anything of ours, or has a key that means an object's prototype. What is no JSON passes: the handler says so. */
export function checkJson(bytes: Uint8Array): void {
  if (depthOf(bytes) > deepest)
    throw new ProblemError('invalid', {
      sv: `Innehållet har fler än ${deepest} nivåer.`,
      en: `The body is more than ${deepest} levels deep.`,
    })
  const text = new TextDecoder().decode(bytes)
  // An escape can hide the word; only then is it worth reading the text once more.
  if (!text.includes('__proto__') && !text.includes('\\u')) return
  if (hasPrototypeKey(text))
    throw new ProblemError('invalid', {
      sv: 'Fältet __proto__ får inte finnas.',
      en: 'There must be no field __proto__.',
    })
}

function hasPrototypeKey(text: string): boolean {
  let found = false
  try {
    JSON.parse(text, (key, value) => {
      found ||= key === '__proto__'
      return value
    })
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
  return found
}
