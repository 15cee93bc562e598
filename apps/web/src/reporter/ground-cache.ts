/** Name of the cache of tiles under the reporters' map. */
export const groundCache = 'lagg-in-ground'
