import type { Text } from '@trygghetskartan/layers'
import { fileTypeFromBuffer } from 'file-type'

const accepted = new Set(['jpg', 'png', 'webp'])

/** Words that make another kind of file of one that begins as a picture: a page, a script, a PDF. Readers look for them this far in. */
const disguises = /%PDF-|<!doctype|<html|<head|<body|<script|<svg|<iframe|<\?php/i
const lookedInto = 4096

const advice = { sv: 'Skicka en bild i JPEG, PNG eller WebP.', en: 'Send a picture as JPEG, PNG or WebP.' }
const told = (sv: string, en: string): Text => ({ sv: `${sv} ${advice.sv}`, en: `${en} ${advice.en}` })

/** Why a file is no picture that we take, by its content alone, whatever it is called; null where it is one. */
export async function refusalOf(bytes: Uint8Array): Promise<Text | null> {
  if (bytes.length === 0) return told('Filen är tom.', 'The file is empty.')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, lookedInto))
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !accepted.has(type.ext)) {
    if (/<svg|<!doctype svg/i.test(head))
      return told('SVG kan innehålla program.', 'SVG may contain programs.')
    if (type?.ext === 'heic' || type?.ext === 'heif' || type?.ext === 'avif')
      return told('HEIC och AVIF tas inte emot.', 'HEIC and AVIF are not accepted.')
    const name = type ? `${type.ext.toUpperCase()} ` : ''
    return told(
      `${name || 'Filen '}är ingen bild som tas emot.`,
      `${name || 'The file '}is no picture that is accepted.`,
    )
  }
  if (disguises.test(head))
    return told(
      'Filen är både en bild och något annat.',
      'The file is a picture and something else at the same time.',
    )
  return null
}
