const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether the address is of this machine alone: there, and only there, http will do. */
export const isLoopback = ({ hostname }: URL): boolean => loopback.has(hostname)
