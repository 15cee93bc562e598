import type { Text } from '@trygghetskartan/layers'

export type Language = keyof Text

/** The caller's language by Accept-Language: English where it is asked for ahead of Swedish, else Swedish. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return { tag: tag.split('-')[0], q: q ? Number(q.slice(2)) : 1 }
    })
    .filter((entry) => entry.tag === 'sv' || entry.tag === 'en')
    .sort((a, b) => b.q - a.q)[0]
  return wanted?.tag === 'en' ? 'en' : 'sv'
}
