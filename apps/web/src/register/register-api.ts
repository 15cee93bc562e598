import type { RegisterAnswer } from '@trygghetskartan/api/contract-decisions'
import { call } from '../api.ts'

/** The register of camera surveillance, as far as the caller may see it. */
export const readRegister = (signal?: AbortSignal) =>
  call<RegisterAnswer>('GET', '/api/camera-register', { signal })

export const registerCsv = '/api/camera-register.csv'
