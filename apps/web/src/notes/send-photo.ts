import type { Problem } from '@trygghetskartan/api/contract'
import type { Photo } from '@trygghetskartan/api/contract-identity'
import { letInAgain } from '../admission.ts'
import { ProblemError, spoken, unreachable } from '../api.ts'
import { photosPath } from './notes-api.ts'

/** What the server takes, in bytes; larger files are not sent at all. */
export const largestPhoto = 15 * 1024 * 1024
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

interface Sent {
  readonly file: File
  readonly caption: string
  /** Share of the file that has reached the server, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Sends a photograph. Rejects with ProblemError. */
export async function sendPhoto(measure: string, sent: Sent): Promise<Photo> {
  const first = await send(measure, sent)
  const again = 'status' in first && first.status === 401 && (await letInAgain(first))
  const last = again ? await send(measure, sent) : first
  if ('status' in last) throw new ProblemError(last)
  return last
}

/** fetch tells nothing of how much has been sent, so this one goes the old way. */
function send(measure: string, { file, caption, onProgress }: Sent): Promise<Photo | Problem> {
  const { promise, resolve } = Promise.withResolvers<Photo | Problem>()
  const request = new XMLHttpRequest()
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
  request.onload = () => {
    const isJson = request.getResponseHeader('content-type')?.includes('json')
    resolve(
      isJson
        ? (JSON.parse(request.responseText) as Photo | Problem)
        : { ...unreachable(), status: request.status },
    )
  }
  request.onerror = () => resolve(unreachable())
  request.open('POST', photosPath(measure, caption))
  for (const [header, value] of Object.entries(spoken())) request.setRequestHeader(header, value)
  // What a file is, the server reads from its bytes.
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return promise
}
