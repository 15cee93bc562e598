import { useEffect, useRef } from 'react'
import type { Editing } from './editing.ts'
import { isDirty } from './editing.ts'
import { useHandler } from './use-handler.ts'

/** A draft is written this long after the last touch, in milliseconds. */
const delay = 250
/** How often saving is tried again while the server is out of reach, in milliseconds. */
const retryEvery = 8_000

/** Writes a draft soon after every touch of the form or the shape, and when the page goes away. */
export function useDraftKeeping(editing: Editing | null, keep: (editing: Editing) => void): void {
  const timer = useRef(0)
  const write = useHandler(() => {
    clearTimeout(timer.current)
    timer.current = 0
    if (editing && isDirty(editing)) keep(editing)
  })
  useEffect(() => {
    if (!editing) return
    const soon = () => {
      clearTimeout(timer.current)
      timer.current = window.setTimeout(write, delay)
    }
    soon()
    const end = editing.drawing?.subscribe(soon)
    window.addEventListener('pagehide', write)
    return () => {
      end?.()
      clearTimeout(timer.current)
      window.removeEventListener('pagehide', write)
    }
  }, [editing, write])
}

/** Tries again while the server is out of reach: now and then, and as soon as the browser is online. */
export function useRetry(waiting: boolean, again: () => void): void {
  const retry = useHandler(again)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(retry, retryEvery)
    window.addEventListener('online', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
    }
  }, [waiting, retry])
}
