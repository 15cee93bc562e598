const nowhere = 'http://return.invalid'
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line breaks, so that /\t/evil is //evil to them
const neverInAPath = /[\u0000-\u0020\u007f\\]/
const longest = 1500

/**
 * Where to send a person after sign-in: a path of our own pages, else '/'.
 * Refused: other origins in every spelling (//host, /\host, /.//host, encoded slashes in front), and our own sign-in addresses.
 */
export function safeReturnPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.length > longest || neverInAPath.test(wanted)) return '/'
  if (!URL.canParse(wanted, nowhere)) return '/'
  const url = new URL(wanted, nowhere)
  if (url.origin !== nowhere) return '/'
  // What stands in front may be decoded by somebody on the way.
  if (/^\/(?:[/\\]|%2f|%5c)/i.test(url.pathname)) return '/'
  if (/^\/(?:auth|api)(?:\/|$)/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
