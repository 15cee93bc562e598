import { fromWgs84 } from '@trygghetskartan/geo'
import { type Rules, squareOf } from '@trygghetskartan/privacy'
import { useState } from 'react'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './safety-map.module.css'

interface MySquareProps {
  readonly rules: Rules
  readonly has: (square: string) => boolean
  readonly onFound: (square: string) => void
}

/** Finds the square one stands in. The place is used here and sent nowhere. */
export function MySquare({ rules, has, onFound }: MySquareProps) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'asking' | 'noPlace' | 'outside'>('idle')
  const find = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const square = squareOf(fromWgs84(rules.grid.srid, [coords.longitude, coords.latitude]), rules.grid)
        setState(has(square) ? 'idle' : 'outside')
        if (has(square)) onFound(square)
      },
      () => setState('noPlace'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className={styles.mine}>
      <Button icon={<Icon name="target" size={18} />} onClick={find} disabled={state === 'asking'}>
        {t(words.mySquare)}
      </Button>
      <span className={styles.soft} role="status">
        {t(state === 'noPlace' ? words.noPlace : state === 'outside' ? words.outside : words.mySquareNote)}
      </span>
    </div>
  )
}
