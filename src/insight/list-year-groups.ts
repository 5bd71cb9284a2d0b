import { namesOfActors } from '../access/index.ts'
import type { RouteAnswer } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { foldName } from '../kernel/index.ts'
import { readPeople } from './people.store.ts'
import { isLeaver } from './person-standing.ts'
import {
  countClassesOfYears,
  lastSyncAt,
  readSaidOfSpellings,
  readSpellings,
  readYearGroups,
  type SaidOfSpelling,
} from './year-groups.store.ts'

type Answer = RouteAnswer<'yearGroups.list'>

/** The year groups of the school with their pupils and classes, and what the last sync took the spellings of the MIS for. */
export async function listYearGroupsHeld(tx: SchoolTx): Promise<Answer> {
  const pupils = (await readPeople(tx, { kind: 'pupil', ids: null })).filter((it) => !isLeaver(it))
  const classes = await countClassesOfYears(tx)
  const spellings = await readSpellings(tx)
  const words = await readSaidOfSpellings(tx)
  const names = await namesOfActors(tx, [...new Set(words.map((it) => it.actor))])
  const present = ({ actor, at }: SaidOfSpelling) => ({ by: names.get(actor) ?? actor, at: at.toISOString() })
  const saidOf = (raw: string, code: string) => {
    const word = words.find((it) => it.spelling === foldName(raw) && it.code === code)
    return word === undefined ? null : present(word)
  }
  return {
    items: (await readYearGroups(tx)).map(({ code, name }) => ({
      code,
      name,
      pupils: pupils.filter((it) => it.yearCode === code).length,
      classes: classes.get(code) ?? 0,
      spellings: spellings.filter((it) => it.code === code).map((it) => ({ raw: it.raw, pupils: it.pupils, said: saidOf(it.raw, code) })),
    })),
    withoutYearGroup: pupils.filter((it) => it.yearCode === null).length,
    notSynced: words.filter((it) => it.code === null).map((it) => ({ spelling: it.spelling, said: present(it) })),
    lastSync: (await lastSyncAt(tx))?.toISOString() ?? null,
  }
}
