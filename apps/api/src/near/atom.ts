import { createHash } from 'node:crypto'
import type { NearEntry } from '../contract-around.ts'
import type { Language } from '../language.ts'

/** What a feed says of itself. */
export interface Feed {
  /** Tells it from every other feed; the same each time it is asked for. */
  readonly name: string
  readonly title: string
  readonly author: string
  readonly language: Language
  /** Absolute addresses: of the feed itself, and of the page beside it. */
  readonly self: string
  readonly page: string
  /** The page of one entry. */
  readonly pageOf: (entry: NearEntry) => string
}

const most = 100

/**
 * Atom 1.0 (RFC 4287). The same entries give the same bytes: nothing in it tells when it was made. An entry's time is the first of its
 * month, since nothing finer is public; its id is that of the object, which is random.
 */
export function atomOf(feed: Feed, entries: readonly NearEntry[]): string {
  const shown = entries.slice(0, most)
  const newest = shown[0]?.month ?? '2000-01'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${nameToUrn(feed.name)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<updated>${instantOf(newest)}</updated>`,
    `<author><name>${escaped(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    ...shown.map((entry) => entryOf(feed, entry)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ language, pageOf }: Feed, entry: NearEntry): string {
  const state = entry.state?.[language]
  const lines = [
    [entry.kind[language], state].filter(Boolean).join(': '),
    ...entry.dates.map(({ title, on }) => `${title[language]} ${on}`),
    ...entry.texts,
  ]
  return [
    '<entry>',
    `<id>urn:uuid:${entry.id}</id>`,
    `<title>${escaped([entry.title[language], state].filter(Boolean).join(': '))}</title>`,
    `<updated>${instantOf(entry.month)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(pageOf(entry))}"/>`,
    `<category term="${escaped(entry.layer)}" label="${escaped(entry.kind[language])}"/>`,
    `<content type="text">${escaped(lines.join('\n'))}</content>`,
    '</entry>',
  ].join('\n')
}

const instantOf = (month: string): string => `${month}-01T00:00:00Z`

/** A name-based id (RFC 9562, version 8): tells nothing but that it is the same. */
function nameToUrn(name: string): string {
  const bytes = createHash('sha256').update(`trygghetskartan ${name}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 knows no control characters but these, whatever they are written as. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => ('\t\n'.includes(sign) ? sign : ''))
    .replace(/[&<>"]/g, (sign) => signs[sign]!)
