import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '@trygghetskartan/api/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { admissions, checkWith, holdRequests, renewWith } from '../admission.ts'
import { asked } from '../session.ts'
import { EndedDialog } from './ended-dialog.tsx'
import { sessionChannel } from './session-channel.ts'
import { StepUpDialog } from './step-up-dialog.tsx'
import { useInterval } from './use-active.ts'

/** How soon an ended session is noticed where nothing is asked of the server, in milliseconds. */
const lookEvery = 4_000

type Asking = 'step-up' | 'ended' | 'changed'

/**
 * Watches over the session of who is signed in. When it has ended, or something needs a fresh sign-in, one dialog asks
 * for it over whatever one is doing; what waited for the answer then goes on, and nothing typed is lost.
 */
export function SessionGuard() {
  const queries = useQueryClient()
  const { data: me, refetch } = useQuery({
    ...asked.me,
    refetchInterval: useInterval(lookEvery),
    refetchOnWindowFocus: 'always',
  })
  const [held, setHeld] = useState<Me | null>(me?.account ? me : null)
  const [asking, setAsking] = useState<Asking | null>(null)
  /** The sign-in that was not fresh enough. */
  const [signIn, setSignIn] = useState('')
  const waiting = useRef<((again: boolean) => void)[]>([])

  useEffect(() => {
    renewWith(async ({ type }) => {
      const stepUp = type.endsWith(':step-up-required')
      const { data: now } = await refetch()
      setSignIn(signInOf(now))
      // Signed in again in another tab, perhaps: then there is nothing to ask.
      if (!stepUp && now?.account) return true
      setAsking(stepUp ? 'step-up' : 'ended')
      return new Promise((resolve) => waiting.current.push(resolve))
    })
    checkWith(async () => (await refetch()).data?.account !== null)
    return () => {
      renewWith(null)
      checkWith(null)
    }
  }, [refetch])

  const isOver = asking === 'ended' || asking === 'changed'
  useEffect(() => {
    holdRequests(isOver)
    return () => holdRequests(false)
  }, [isOver])

  const answer = useCallback((again: boolean) => {
    setAsking(null)
    for (const resolve of waiting.current.splice(0)) resolve(again)
  }, [])

  // A sign-in in another tab ends in a word on this channel.
  useEffect(() => {
    const channel = sessionChannel()
    channel.onmessage = () => void refetch()
    return () => channel.close()
  }, [refetch])

  useEffect(() => {
    if (!me) return
    if (!held) return setHeld(me.account ? me : null)
    if (me.account?.id === held.account?.id && me.audience === held.audience) {
      if (asking === 'step-up' && signInOf(me) !== signIn) answer(true)
      if (asking !== 'ended') return
      holdRequests(false)
      answer(true)
      // What was asked for meanwhile was answered as to anybody.
      void queries.invalidateQueries()
      admissions.add()
    } else setAsking(me.account ? 'changed' : 'ended')
  }, [me, held, asking, signIn, answer, queries])

  const account = held?.account
  if (!asking || !account) return null
  const provider = held.session?.provider
  const look = () => void refetch()
  return asking === 'step-up' ? (
    <StepUpDialog account={account} provider={provider} onSignedIn={look} onGiveUp={() => answer(false)} />
  ) : (
    <EndedDialog account={account} provider={provider} changed={asking === 'changed'} onSignedIn={look} />
  )
}

/** Changes with each sign-in, whatever the clock of this device says. */
const signInOf = (me: Me | undefined): string => `${me?.session?.id} ${me?.session?.authenticatedAt}`
