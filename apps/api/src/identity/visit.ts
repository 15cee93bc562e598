import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Context } from 'hono'
import type { Visit } from '../auth.ts'
import { cameSecurely, clientAddress, type Proxies } from '../protection/client-address.ts'
import type { Asked } from './caller.ts'

/** What a request on Node's own socket shows at the door. */
export const askedOf = ({ headers, socket }: IncomingMessage, proxies: Proxies): Asked => ({
  cookie: headers.cookie,
  authorization: headers.authorization,
  address: clientAddress(headers, socket.remoteAddress, proxies),
})

/** The same of a routed request, also where a test asks without a socket. */
export function visitOf(c: Context, proxies: Proxies): Visit {
  const socket = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket
  const header = (name: string) => c.req.header(name)
  const forwarding = {
    'x-forwarded-for': header('x-forwarded-for'),
    'x-forwarded-proto': header('x-forwarded-proto'),
    forwarded: header('forwarded'),
  }
  const encrypted = (socket as TLSSocket | undefined)?.encrypted === true
  return {
    asked: {
      cookie: header('cookie'),
      authorization: header('authorization'),
      address: clientAddress(forwarding, socket?.remoteAddress, proxies),
    },
    userAgent: header('user-agent') ?? '',
    secure: cameSecurely(forwarding, socket?.remoteAddress, proxies, encrypted),
  }
}
