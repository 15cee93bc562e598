/** The browser wakes the service worker with it when there is contact, also when the page is closed. */
export const syncTag = 'outbox'
