import type { Text } from '@trygghetskartan/api/contract'
import { pictures as words } from '../messages/pictures.ts'

/** "Vecka 48, 2026" */
export const weekName = (week: string): Text => words.week(Number(week.slice(5)), week.slice(0, 4))
