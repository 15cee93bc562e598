import type { CDPSession } from 'playwright-core'

/** Lets the page's workers have the same network as the page: the DevTools protocol holds each target by itself. */
export async function slowWorkers(session: CDPSession, network: object): Promise<void> {
  let next = 0
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const tell = (method: string, params: object = {}) =>
      session
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id: ++next, method, params }),
        })
        // A worker that has ended already needs nothing.
        .catch(() => undefined)
    void tell('Network.enable')
    void tell('Network.emulateNetworkConditions', network)
    void tell('Runtime.runIfWaitingForDebugger')
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  })
}
