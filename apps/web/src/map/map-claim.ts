/** Whoever draws on the map claims it: clicks then belong to the drawing and select nothing. */
let claims = 0

/** Returns the way to give the map back. */
export function claimMap(): () => void {
  claims++
  let given = false
  return () => {
    if (!given) claims--
    given = true
  }
}

export const isMapClaimed = (): boolean => claims > 0
