/** Addresses whose last part opens what it names. */
const openedByAddress = /^(\/(?:api\/shared|delad)\/)[^/]+/

/** A path as the log may keep it. */
export const loggedPath = (path: string): string => path.replace(openedByAddress, '$1…')
