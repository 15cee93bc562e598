import { createHash } from 'node:crypto'

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Namespace of the ids made here, itself a version 5 uuid of the project's name in the DNS namespace. */
const namespace = uuidBytes(nameUuid(uuidBytes('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), 'trygghetskartan'))

/** A uuid as it is; any other id of a file becomes the same uuid each time, apart for each layer. */
export const objectId = (layer: string, id: string): string =>
  isUuid.test(id) ? id.toLowerCase() : nameUuid(namespace, `${layer}:id:${id}`)

/** The same content in the same layer gives the same uuid; `nth` tells equal rows of one file apart. */
export const contentId = (layer: string, content: string, nth: number): string =>
  nameUuid(namespace, `${layer}:content:${nth}:${content}`)

/** Version 5 (RFC 9562): the first 16 bytes of SHA-1 over namespace and name. */
function nameUuid(space: Buffer, name: string): string {
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}
