import { facts as words } from '../messages/facts.ts'
import type { useFormat } from '../messages/format.ts'
import type { useText } from '../messages/text.ts'

/** How far, in words. */
export const away = (
  metres: number,
  t: ReturnType<typeof useText>,
  format: ReturnType<typeof useFormat>,
): string => (metres < 1 ? t(words.here) : t(words.metres(format.number(Math.round(metres)))))
