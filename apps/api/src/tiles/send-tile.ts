import type { Audience } from '@trygghetskartan/layers'
import type { Context } from 'hono'
import { tileResponse } from './tile-response.ts'
import type { TileAnswer } from './tile-service.ts'

/** Answers a route with a tile: 200, 204 where it is empty, 304 where the caller has it, 404 where there is no such layer. */
export function sendTile(c: Context, answer: TileAnswer, audience: Audience): Response {
  if (answer.kind === 'unknown') return c.body(null, 404)
  return tileResponse(answer.tile, c.req.raw, audience)
}
