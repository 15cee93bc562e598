import { useLocation } from '@tanstack/react-router'
import type { Me, Text } from '@trygghetskartan/api/contract'
import { frame } from '../messages/frame.ts'

export type FacePath = Me['faces'][number]

interface Face {
  readonly path: FacePath
  readonly title: Text
  /** Heading of its own panel. */
  readonly panel: Text
  /** Said to those who may not enter. */
  readonly refused: Text
}

/** In the order they stand in the bar. */
export const faces: readonly Face[] = [
  { path: '/', title: frame.facePublic, panel: frame.panelPublic, refused: frame.refused },
  {
    path: '/lagg-in',
    title: frame.faceReporter,
    panel: frame.faceReporter,
    refused: frame.refusedReporter,
  },
  { path: '/planera', title: frame.facePlanner, panel: frame.facePlanner, refused: frame.refusedPlanner },
  { path: '/lagesbild', title: frame.facePolice, panel: frame.facePolice, refused: frame.refusedPolice },
  { path: '/admin', title: frame.faceAdmin, panel: frame.faceAdmin, refused: frame.refusedAdmin },
]

/** The face an address leads to; undefined where it is no face's. */
export const faceOf = (pathname: string): Face | undefined =>
  faces.find(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))

/** The face the address names. */
export function useFace(): Face {
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') || '/' })
  return faceOf(path) ?? faces[0]!
}

/** Where each audience works; others go to the map. */
export const homeOf = ({ audience }: Me): FacePath =>
  (
    ({
      planner: '/planera',
      police: '/lagesbild',
      admin: '/admin',
      public: '/',
      reporter: '/lagg-in',
    }) as const
  )[audience]

/** Where somebody who has signed in goes: where they were going, where they may, else to their own face. */
export function targetOf(me: Me, wanted: string | undefined): string {
  const url = wanted && URL.canParse(wanted, location.origin) ? new URL(wanted, location.origin) : null
  const face = url?.origin === location.origin ? faceOf(url.pathname) : undefined
  const own = url?.origin === location.origin && url.pathname === '/konto'
  const may = own || (face && face.path !== '/' && me.faces.includes(face.path))
  return url && may ? url.pathname + url.search : homeOf(me)
}
