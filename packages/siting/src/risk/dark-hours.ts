/** Degrees below the horizon at which the sun leaves the ground dark: the end of civil twilight. */
const twilight = 6
const radians = Math.PI / 180

/** First and last day of summer time, about: the last Sundays of March and October. Assumption of this project. */
const summer = [87, 300] as const

/**
 * Share of the year in which each hour of the clock is dark, 24 numbers from midnight: the sun more than 6° below the horizon
 * by its declination, -23.44° cos(360°/365 (N + 10)), seen every ten minutes of every day. The clock is the zone's whole
 * hour nearest the longitude, with summer time; the equation of time (a quarter of an hour at most) is left out.
 */
export function darkHours(lon: number, lat: number): Float64Array {
  const dark = new Float64Array(24)
  const zone = Math.round(lon / 15)
  const sunk = Math.sin(-twilight * radians)
  for (let day = 1; day <= 365; day++) {
    const declination = -23.44 * radians * Math.cos((360 / 365) * (day + 10) * radians)
    const summerTime = day >= summer[0] && day < summer[1] ? 1 : 0
    for (let part = 0; part < 144; part++) {
      const clock = (part + 0.5) / 6
      const solar = clock - summerTime - zone + lon / 15
      const turn = (solar - 12) * 15 * radians
      const height =
        Math.sin(lat * radians) * Math.sin(declination) +
        Math.cos(lat * radians) * Math.cos(declination) * Math.cos(turn)
      if (height < sunk) dark[Math.floor(clock)]! += 1 / (365 * 6)
    }
  }
  return dark
}

/** Of each hour of the week how much is dark over the year: 168 shares. */
export function darkWeek(lon: number, lat: number): Float64Array {
  const day = darkHours(lon, lat)
  return Float64Array.from({ length: 168 }, (_, hour) => day[hour % 24]!)
}
