import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import styles from './extent-sketch.module.css'

type Box = readonly [west: number, south: number, east: number, north: number]

const width = 260
const most = 200
const metresPerDegree = 111_195

/** The box of the positions beside that of the municipality: a file in another part of the country shows at once. */
export function ExtentSketch({ extent }: { readonly extent: Box }) {
  const t = useText()
  const format = useFormat()
  const { config } = useSession()
  const [west, south, east, north] = extent
  const along = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const km = (degrees: number, scale: number) => format.small((degrees * metresPerDegree * scale) / 1000)
  const frame: Box = [
    Math.min(west, config.bounds[0]),
    Math.min(south, config.bounds[1]),
    Math.max(east, config.bounds[2]),
    Math.max(north, config.bounds[3]),
  ]
  const scale = Math.min((width - 16) / ((frame[2] - frame[0]) * along), (most - 16) / (frame[3] - frame[1]))
  const rect = ([w, s, e, n]: Box) => ({
    x: 8 + (w - frame[0]) * along * scale,
    y: 8 + (frame[3] - n) * scale,
    width: Math.max(3, (e - w) * along * scale),
    height: Math.max(3, (n - s) * scale),
  })
  const told = t(words.extent(km(east - west, along), km(north - south, 1)))
  return (
    <figure className={styles.sketch}>
      <svg width={width} height={16 + (frame[3] - frame[1]) * scale} role="img" aria-label={told}>
        <rect {...rect(config.bounds)} className={styles.municipality} />
        <rect {...rect(extent)} className={styles.extent} />
      </svg>
      <figcaption>
        <strong>{t(words.extentTitle)}</strong>
        {told}
      </figcaption>
    </figure>
  )
}
