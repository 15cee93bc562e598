/** What the address says of what is asked about what has happened; `hotspot-view.ts` reads it. */
export const hotspotParameters = [
  'method',
  'kinds',
  'hours',
  'sources',
  'shape',
  'cell',
  'bandwidth',
  'area',
  'against',
] as const

/** As the address has it: '' and absent are the same. */
export type HotspotTexts = { readonly [Key in (typeof hotspotParameters)[number]]?: string | undefined }
