import type { PersonKind } from '../roster/index.ts'

/** Somebody who looks at the people of a run now. */
export interface Present {
  /** As scopes name who acts. */
  readonly actor: string
  /** Whose table they look at. */
  readonly kind: PersonKind
}

/** What a page says by itself every few seconds: whose table somebody looks at, or (null) that they have left it. */
export interface Beat {
  readonly school: string
  readonly run: string
  readonly actor: string
  readonly kind: PersonKind | null
}

/** A page says so every 15 seconds: two may be lost before somebody counts as gone. */
const GONE_MILLISECONDS = 40_000

/**
 * Who reviews with whom: in this process's memory alone, and forgotten 40 seconds after the last word. Every process hears every
 * beat, so that each knows about everybody.
 */
export class Presence {
  private readonly seen = new Map<string, { readonly beat: Beat; readonly kind: PersonKind; readonly at: number }>()

  /** Notes a beat. True: somebody has come, gone, or turned to the other table. */
  note(beat: Beat, now: number): boolean {
    const key = `${beat.school} ${beat.run} ${beat.actor}`
    const before = this.seen.get(key)
    if (beat.kind === null) return this.seen.delete(key)
    this.seen.set(key, { beat, kind: beat.kind, at: now })
    return before?.kind !== beat.kind
  }

  /** Everybody who looks at a run now. */
  of({ school, run }: Pick<Beat, 'school' | 'run'>, now: number): readonly Present[] {
    return [...this.seen.values()]
      .filter(({ beat, at }) => beat.school === school && beat.run === run && now - at < GONE_MILLISECONDS)
      .map(({ beat, kind }) => ({ actor: beat.actor, kind }))
  }

  /** Forgets who has said nothing for too long; gives the runs that they looked at. */
  forget(now: number): readonly Pick<Beat, 'school' | 'run'>[] {
    const gone = [...this.seen].filter(([, { at }]) => now - at >= GONE_MILLISECONDS)
    for (const [key] of gone) this.seen.delete(key)
    return gone.map(([, { beat }]) => ({ school: beat.school, run: beat.run }))
  }
}
