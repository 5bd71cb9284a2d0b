const MINUTE = 60_000
/** After so many minutes without a call the server ends a session. */
const IDLE_MINUTES = 30
const WARN_MINUTES = 2

/** Where an idle session stands: nothing to say, its end is near, or it is over. */
export function idleStage(lastCall: number, now: number): 'fine' | 'warn' | 'over' {
  if (lastCall === 0) return 'fine'
  const idle = now - lastCall
  if (idle >= IDLE_MINUTES * MINUTE) return 'over'
  return idle >= (IDLE_MINUTES - WARN_MINUTES) * MINUTE ? 'warn' : 'fine'
}
