import { useLocation } from '@tanstack/react-router'
import type { Me, Text } from '@trygghetskartan/api/contract'
import { frame } from '../messages/frame.ts'

export type FacePath = Me['faces'][number]

interface Face {
  readonly path: FacePath
  readonly title: Text
  /** Said to those who may not enter. */
  readonly refused: Text
}

/** In the order they stand in the bar. */
export const faces: readonly Face[] = [
  { path: '/', title: frame.facePublic, refused: frame.refused },
  { path: '/planera', title: frame.facePlanner, refused: frame.refusedPlanner },
  { path: '/lagesbild', title: frame.facePolice, refused: frame.refusedPolice },
]

/** The face the address names. */
export function useFace(): Face {
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') || '/' })
  return faces.find((face) => face.path === path) ?? faces[0]!
}
