import { addressOf, parseNetworks } from './address.ts'

/** The proxies in front of the server, and the one header they are known to set. */
export interface Proxies {
  has(address: string): boolean
  readonly header: ForwardedHeader
}

export const forwardedHeaders = ['x-forwarded-for', 'forwarded'] as const
type ForwardedHeader = (typeof forwardedHeaders)[number]

/** Of a request: Node's own headers fit. */
export interface ForwardingHeaders {
  readonly 'x-forwarded-for'?: string | string[] | undefined
  readonly 'x-forwarded-proto'?: string | string[] | undefined
  readonly forwarded?: string | string[] | undefined
}

/** `list` is addresses and networks apart by comma; throws Error on what is neither. */
export function createProxies(list: string, header: ForwardedHeader = 'x-forwarded-for'): Proxies {
  return { has: parseNetworks(list), header }
}

/**
 * The address of who asks, '' where the connection has none. What a header says of other addresses is believed only from a configured
 * proxy, and only as far as the chain is of configured proxies: anybody can put words to the left of it.
 */
export function clientAddress(
  headers: ForwardingHeaders,
  remoteAddress: string | undefined,
  proxies: Proxies,
): string {
  let address = addressOf(remoteAddress ?? '') ?? ''
  if (!proxies.has(address)) return address
  const given = joined(headers[proxies.header])
  const hops = proxies.header === 'forwarded' ? valuesOf(given, 'for') : given.split(',')
  while (proxies.has(address) && hops.length > 0) {
    const next = addressOf(hops.pop() ?? '')
    if (!next) break
    address = next
  }
  return address
}

/** Whether the client came over TLS: as this server saw it, or as a configured proxy says. */
export function cameSecurely(
  headers: ForwardingHeaders,
  remoteAddress: string | undefined,
  proxies: Proxies,
  encrypted = false,
): boolean {
  if (encrypted) return true
  if (!proxies.has(addressOf(remoteAddress ?? '') ?? '')) return false
  const [edge = ''] =
    proxies.header === 'forwarded'
      ? valuesOf(joined(headers.forwarded), 'proto')
      : joined(headers['x-forwarded-proto']).split(',')
  return edge.trim().toLowerCase() === 'https'
}

const joined = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '')

/** One parameter of each element of a Forwarded header (RFC 7239), '' where an element lacks it. */
const valuesOf = (header: string, name: string): string[] =>
  header.split(',').map((element) => {
    const pair = element
      .split(';')
      .map((one) => one.trim())
      .find((one) => one.toLowerCase().startsWith(`${name}=`))
    return (pair ?? '').slice(name.length + 1).replace(/^"(.*)"$/, '$1')
  })
