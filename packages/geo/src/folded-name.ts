/** A name as names are compared, here and in basemap.places.folded: lower case, accents but those of å, ä and ö removed, so that "Cafe" finds "Café". */
export const foldedName = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^ -~åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/\s+/g, ' ')
    .trim()
