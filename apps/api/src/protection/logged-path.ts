/** Addresses whose last part opens what it names. */
const openedByAddress = /^(\/(?:api\/shared|delad)\/)[^/]+/

/** What residents send, of which the hour is not kept: a line of the log has it. */
const residents =
  /^(\/api\/(?:reports|reported-places)\/)[0-9a-f-]{36}(\/support\/)?(?:(?<=\/support\/)[^/]+)?/

/** A path as the log may keep it. */
export const loggedPath = (path: string): string =>
  path
    .replace(openedByAddress, '$1…')
    .replace(residents, (_, head: string, support = '') => `${head}…${support && `${support}…`}`)
