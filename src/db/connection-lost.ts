/**
 * Whether an error says that the server has gone or has ended this connection: what was not committed has been taken back.
 * Codes: 57P01 to 57P03 the server stops, has crashed, starts; class 08 connection; the driver's own errors have none.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('syscall' in error && error.syscall === 'connect') return true
  const code = 'code' in error ? String(error.code) : ''
  return /^(57P0[1-3]|08\w{3}|ECONN\w+|EPIPE)$/.test(code) || /^Connection terminated|not queryable$/.test(error.message)
}
