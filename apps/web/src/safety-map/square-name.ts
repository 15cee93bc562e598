import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'
import { useCallback, useMemo } from 'react'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { numberSquares } from './number-squares.ts'

export type SquareName = (square: Pick<ReleaseSquare, 'square' | 'area'>) => string

/** What a square of the month is called: "Ruta 3 i Innerstaden". */
export function useSquareName(squares: readonly ReleaseSquare[]): SquareName {
  const t = useText()
  const numbers = useMemo(() => numberSquares(squares), [squares])
  return useCallback(
    ({ square, area }) => {
      const number = numbers.get(square) ?? 0
      return t(area ? words.squareIn(number, area) : words.squareOutside(number))
    },
    [numbers, t],
  )
}
