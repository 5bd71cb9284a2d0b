const KEY = 'muster.last-call'

/** Notes when the API was last called: from then the server counts until it signs a person out. Every tab counts. */
export function noteCall(now: number): void {
  localStorage.setItem(KEY, String(now))
}

/** When any tab last called the API, in milliseconds; 0: never. */
export function lastCall(): number {
  return Number(localStorage.getItem(KEY) ?? 0)
}
