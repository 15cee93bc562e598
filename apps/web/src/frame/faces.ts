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
  { path: '/planera', title: frame.facePlanner, panel: frame.facePlanner, refused: frame.refusedPlanner },
  { path: '/lagesbild', title: frame.facePolice, panel: frame.facePolice, refused: frame.refusedPolice },
]

/** The face the address names. */
export function useFace(): Face {
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') || '/' })
  return faces.find((face) => face.path === path) ?? faces[0]!
}
