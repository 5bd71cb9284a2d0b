import { z } from 'zod'
import { kindSchema, type PresenceEvent, type ProgressEvent, progressFields } from '../contract/index.ts'
import { type Database, inSchool, listen } from '../db/index.ts'
import type { Log } from '../kernel/index.ts'
import type { SchoolScope } from '../permission/index.ts'
import { EVENT_CHANNEL, PRESENCE_CHANNEL, PROGRESS_CHANNEL } from './channels.ts'
import { lastEvent } from './event.store.ts'
import type { Beat, Presence } from './presence.ts'

/** A connection pooler may swallow what is said on channels: schools that somebody follows are looked at this often as well. */
const LOOK_MILLISECONDS = 5_000

/** What a follower hears: read the events again, a run has come this far, somebody reviews or has left, or nothing more will be heard. */
export type News =
  | { readonly kind: 'events' }
  | { readonly kind: 'unkept'; readonly event: ProgressEvent | PresenceEvent }
  | { readonly kind: 'end' }

/** Tells everybody in this process what happens in the schools they follow. Has a lifetime: close it. */
export interface EventHub {
  /** Tells `hear` until the function it gives is called. News of events carry none: a follower reads them with its own right. */
  follow(scope: SchoolScope, hear: (news: News) => void): () => void
  /** Says `end` to every follower. */
  close(): Promise<void>
}

interface Followed {
  /** Whoever follows may read; one of them is asked for its right when the school is looked at. */
  readonly followers: Map<(news: News) => void, SchoolScope>
  last: number | null
}

const progressSchema = z.object({ school: z.string(), run: z.string(), ...progressFields })
const beatSchema = z.object({ school: z.string(), run: z.string(), actor: z.string(), kind: kindSchema.nullable() })

/** Opens the hub: one connection that listens, however many follow. It keeps `presence` as it is. */
export function openEventHub(database: Database, { presence, log }: { readonly presence: Presence; readonly log: Log }): EventHub {
  const schools = new Map<string, Followed>()
  const tell = (schoolId: string, news: News): void => {
    for (const hear of [...(schools.get(schoolId)?.followers.keys() ?? [])]) hear(news)
  }
  const tellAll = (news: News): void => {
    for (const schoolId of [...schools.keys()]) tell(schoolId, news)
  }
  // who it is stands in no event: only whoever may see the review asks for names
  const tellPresence = ({ school, run }: Pick<Beat, 'school' | 'run'>): void =>
    tell(school, { kind: 'unkept', event: { type: 'presence', run } })
  const listener = listen(database.server, {
    channels: [EVENT_CHANNEL, PRESENCE_CHANNEL, PROGRESS_CHANNEL],
    applicationName: 'muster events',
    hear: (channel, payload) => {
      if (channel === EVENT_CHANNEL) return tell(payload, { kind: 'events' })
      if (channel === PRESENCE_CHANNEL) {
        const beat = beatSchema.parse(JSON.parse(payload))
        if (presence.note(beat, Date.now())) tellPresence(beat)
        return
      }
      const { school, ...progress } = progressSchema.parse(JSON.parse(payload))
      tell(school, { kind: 'unkept', event: { type: 'progress', ...progress } })
    },
    onListening: () => tellAll({ kind: 'events' }),
  })
  const timer = setInterval(() => {
    for (const left of presence.forget(Date.now())) tellPresence(left)
    void lookAtAll(database, schools, tell).catch(() => log('events could not be looked for'))
  }, LOOK_MILLISECONDS)
  timer.unref()
  return {
    follow(scope, hear) {
      const followed = schools.get(scope.schoolId) ?? { followers: new Map(), last: null }
      schools.set(scope.schoolId, followed)
      followed.followers.set(hear, scope)
      return () => {
        followed.followers.delete(hear)
        if (followed.followers.size === 0) schools.delete(scope.schoolId)
      }
    },
    close: async () => {
      clearInterval(timer)
      tellAll({ kind: 'end' })
      await listener.close()
    },
  }
}

async function lookAtAll(
  database: Database,
  schools: ReadonlyMap<string, Followed>,
  tell: (schoolId: string, news: News) => void,
): Promise<void> {
  for (const [schoolId, followed] of [...schools]) {
    const [scope] = followed.followers.values()
    if (scope === undefined) continue
    const last = await inSchool(database, scope, lastEvent)
    const isNews = followed.last !== null && followed.last !== last
    followed.last = last
    if (isNews) tell(schoolId, { kind: 'events' })
  }
}
