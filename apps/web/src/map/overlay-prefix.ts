/** Sources and layers of what is reckoned and drawn over the ground begin with this: nothing snaps to them, no click selects them. */
export const overlayPrefix = 'siting-'
