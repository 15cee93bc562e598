import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { Refused } from '../frame/refused.tsx'
import { compare as words } from '../messages/compare.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Comparison } from './comparison.tsx'

const mostPlans = 4

/** /planera/jamfor?planer=a,b,c */
export function ComparePage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Allowed />}</PlainFrame>
}

function Allowed() {
  const t = useText()
  const { me } = useSession()
  const { planer = '' } = useSearch({ strict: false }) as { planer?: string }
  if (me.audience !== 'planner' && me.audience !== 'police') return <Refused words={t(words.refused)} />
  const ids = [...new Set(planer.split(',').filter(Boolean))].slice(0, mostPlans)
  return <Comparison ids={ids} />
}
