import { describe, expect, it } from 'vitest'
import { addressOf, limitKey } from './address.ts'
import { cameSecurely, clientAddress, createProxies } from './client-address.ts'

const none = createProxies('')
const one = createProxies('10.0.0.0/8, 2001:db8:1::/48')

describe('the address of who asks', () => {
  it('is the connection’s own where no proxy is configured, whatever a header says', () => {
    const headers = { 'x-forwarded-for': '1.2.3.4', forwarded: 'for=1.2.3.4' }
    expect(clientAddress(headers, '192.0.2.7', none)).toBe('192.0.2.7')
    expect(clientAddress(headers, '127.0.0.1', none)).toBe('127.0.0.1')
  })

  it('is the rightmost that is no proxy of ours: what a client put to the left of it counts for nothing', () => {
    const headers = { 'x-forwarded-for': '1.1.1.1, 10.9.9.9, 203.0.113.5, 10.0.0.3' }
    expect(clientAddress(headers, '10.0.0.2', one)).toBe('203.0.113.5')
  })

  it('is not believed from a proxy that is not ours', () => {
    expect(clientAddress({ 'x-forwarded-for': '1.1.1.1' }, '192.0.2.7', one)).toBe('192.0.2.7')
  })

  it('is the farthest proxy where every hop is one, or where a hop is no address', () => {
    expect(clientAddress({ 'x-forwarded-for': '10.0.0.4, 10.0.0.3' }, '10.0.0.2', one)).toBe('10.0.0.4')
    expect(clientAddress({ 'x-forwarded-for': '9.9.9.9, unknown, 10.0.0.3' }, '10.0.0.2', one)).toBe(
      '10.0.0.3',
    )
    expect(clientAddress({}, '10.0.0.2', one)).toBe('10.0.0.2')
  })

  it('reads Forwarded only where that is the header the proxies set', () => {
    const headers = {
      'x-forwarded-for': '1.1.1.1',
      forwarded: 'for=6.6.6.6, for="[2001:db8:cafe::17]:4711";proto=https;by=10.0.0.2',
    }
    expect(clientAddress(headers, '10.0.0.2', createProxies('10.0.0.2', 'forwarded'))).toBe(
      '2001:db8:cafe::17',
    )
    expect(clientAddress(headers, '10.0.0.2', createProxies('10.0.0.2'))).toBe('1.1.1.1')
  })

  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['192.0.2.7:51123', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::1'],
    [' 192.0.2.7 ', '192.0.2.7'],
    ['unknown', undefined],
    ['_hidden', undefined],
    ['', undefined],
    ['999.1.1.1', undefined],
    ["1.1.1.1'; drop table x", undefined],
  ])('of %j is written %j', (text, address) => {
    expect(addressOf(text)).toBe(address)
  })

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['', ''],
  ])('%s is limited as %s', (address, key) => {
    expect(limitKey(address)).toBe(key)
  })

  it.each(['10.0.0.0/33', 'proxy', '10.0.0/8', '2001:db8::/129', '10.0.0.1/', '10.0.0.1/8/8'])(
    'takes no proxy %s',
    (list) => {
      expect(() => createProxies(list)).toThrow('neither an address nor a network')
    },
  )
})

describe('whether the client came over TLS', () => {
  it('is what a configured proxy says of its own client', () => {
    const https = { 'x-forwarded-proto': 'https' }
    expect(cameSecurely(https, '10.0.0.2', one)).toBe(true)
    expect(cameSecurely(https, '192.0.2.7', one)).toBe(false)
    expect(cameSecurely(https, undefined, one)).toBe(false)
    expect(cameSecurely({ 'x-forwarded-proto': 'http' }, '10.0.0.2', one)).toBe(false)
    expect(cameSecurely({}, '192.0.2.7', none, true)).toBe(true)
    const forwarded = createProxies('10.0.0.2', 'forwarded')
    expect(cameSecurely({ forwarded: 'for=1.1.1.1;proto=https' }, '10.0.0.2', forwarded)).toBe(true)
    expect(cameSecurely({ 'x-forwarded-proto': 'https' }, '10.0.0.2', forwarded)).toBe(false)
  })
})
