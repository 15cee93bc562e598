import { BlockList, isIP, isIPv4 } from 'node:net'

/** An address as text, as one machine is always written: no port, zone or brackets, IPv4 in IPv6 as IPv4. Undefined where it is none. */
export function addressOf(text: string): string | undefined {
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text.trim())?.[1] ?? text.trim()
  const [host = ''] = /^[\d.]+:\d{1,5}$/.test(bare) ? bare.split(':') : bare.split('%')
  if (isIPv4(host)) return host
  if (isIP(host) !== 6) return undefined
  const short = new URL(`http://[${host}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short)
  if (!mapped) return short
  const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 one, since a household has at least so many. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length
  const all = [...groups, ...Array<string>(missing).fill('0'), ...after]
  return `${all.slice(0, 4).join(':')}::/64`
}

/** A list of addresses and networks (CIDR), apart by comma or space. Throws Error naming what is neither. */
export function parseNetworks(list: string): (address: string) => boolean {
  const block = new BlockList()
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [host = '', prefix, ...rest] = entry.split('/')
    const address = addressOf(host)
    const bits = address && isIPv4(address) ? 32 : 128
    const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
    if (!address || rest.length > 0 || length < 0 || length > bits)
      throw new Error(`"${entry}" is neither an address nor a network such as 10.0.0.0/8`)
    block.addSubnet(address, length, bits === 32 ? 'ipv4' : 'ipv6')
  }
  return (address) => {
    const family = isIP(address)
    return family !== 0 && block.check(address, family === 4 ? 'ipv4' : 'ipv6')
  }
}
