import type { ImportSummary } from '@trygghetskartan/api/imports/run-import'

const themes: Readonly<Record<string, string>> = {
  water: 'vatten',
  green: 'grönytor',
  ground: 'platser och mark',
  building: 'byggnader',
  road: 'vägar',
  railway: 'järnvägar',
  waterway: 'vattendrag',
  stop: 'hållplatser',
  poi: 'målpunkter',
  lamp: 'gatlyktor',
  camera: 'kameror',
  address: 'adresser',
  place: 'orter',
}

/** The summary in words, a line at a time. */
export function summaryLines(
  summary: ImportSummary,
  rejects: string | null,
  language: 'sv' | 'en',
): string[] {
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB')
  const n = (value: number) => number.format(value)
  const { read, written, unchanged, removed, refused, seconds } = summary
  const sv = language === 'sv'
  const lines = [
    sv
      ? `Klart på ${n(seconds)} s: ${n(read)} lästa, ${n(written)} nya eller ändrade, ${n(unchanged)} oförändrade, ${n(removed)} borttagna, ${n(refused)} avvisade.`
      : `Done in ${n(seconds)} s: ${n(read)} read, ${n(written)} new or changed, ${n(unchanged)} unchanged, ${n(removed)} removed, ${n(refused)} refused.`,
  ]
  if (summary.preview)
    lines.unshift(sv ? 'Förhandsgranskning: inget har sparats.' : 'Preview: nothing has been saved.')
  for (const [theme, { matched, kept }] of Object.entries(summary.byTheme ?? {})) {
    lines.push(
      sv
        ? `  ${themes[theme] ?? theme}: ${n(kept)} av ${n(matched)}`
        : `  ${theme}: ${n(kept)} of ${n(matched)}`,
    )
  }
  for (const [precision, count] of Object.entries(summary.byPrecision ?? {}))
    lines.push(`  ${precision}: ${n(count)}`)
  if (refused > 0) {
    const reasons = Object.entries(summary.reasons).map(([code, count]) => `${code} ${n(count)}`)
    lines.push(`${sv ? 'Avvisade' : 'Refused'}: ${reasons.join(', ')}.${rejects ? ` → ${rejects}` : ''}`)
  }
  return lines
}
