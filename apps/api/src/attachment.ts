/** Content-Disposition of a file to be saved (RFC 6266): letters beyond ASCII in a name of their own, for those who read it. */
export const attachment = (name: string): string =>
  `attachment; filename="${name
    .normalize('NFD')
    .replaceAll(/[^ -~]/g, '')
    .replaceAll(/["\\]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
