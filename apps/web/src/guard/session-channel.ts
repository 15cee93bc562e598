/** Tells the other tabs of this browser that somebody has signed in. */
export const sessionChannel = (): BroadcastChannel => new BroadcastChannel('trygghetskartan.session')

/** Where a sign-in in a tab of its own comes back to: it tells the others, and closes. */
export const tabReturn = '/inloggad?flik=1'
