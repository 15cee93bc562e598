import type { Text } from '@trygghetskartan/api/contract'
import { pictures as words } from '../messages/pictures.ts'

/** What a row of a table by area is called: two of them are no areas. */
export const areaName = (area: string): Text =>
  area === 'outside' ? words.outside : area === 'unplaced' ? words.unplaced : { sv: area, en: area }
