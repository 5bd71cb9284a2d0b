/** The only fields a log line may carry: ids, counts and codes. Never a name, birth date, e-mail, token or payload. */
export interface LogFields {
  readonly school?: string
  readonly run?: string
  readonly job?: string
  readonly state?: string
  readonly code?: string
  readonly count?: number
  readonly durationMs?: number
  readonly address?: string
}

/** Writes one line about what the process does. */
export type Log = (message: string, fields?: LogFields) => void

const ALLOWED: ReadonlySet<string> = new Set<keyof LogFields>(['school', 'run', 'job', 'state', 'code', 'count', 'durationMs', 'address'])

/** A log that writes JSON lines through `write`, dropping every field that is not on the list above. */
export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  return (message, fields = {}) => {
    const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED.has(name)))
    write(JSON.stringify({ time: now().toISOString(), message, ...kept }))
  }
}

/** For callers that want no lines. */
export const silentLog: Log = () => {}
