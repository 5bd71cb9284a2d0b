import { useState } from 'react'
import type { PersonDetails, RouteAnswer } from '../../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Banner } from '../../../../kit/banner.tsx'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import { DeletedResult, DeletePeople } from './delete-people.tsx'
import { RestorePeople } from './restore-people.tsx'

/** On the page of somebody who is not synced: deletes them, and says what came of it. */
export function DeletePerson({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const mayDelete = useMay('people.delete')
  const [isAsking, setAsking] = useState(false)
  const [done, setDone] = useState<RouteAnswer<'deletions.ask'> | null>(null)
  if (!mayDelete || person.mergedInto !== null || (person.sync === 'synced' && done === null)) return null
  return (
    <>
      {done !== null && done.blocked.length > 0 && <DeletedResult done={done} />}
      {person.deletion === null && (
        <Button kind="secondary" onClick={() => setAsking(true)}>
          {say('deletions.delete')}
        </Button>
      )}
      {isAsking && (
        <DeletePeople
          people={[person.id]}
          onClose={(answer) => {
            setAsking(false)
            setDone(answer)
          }}
        />
      )}
    </>
  )
}

/** That somebody is deleted, until when they can be restored, and the way back. */
export function DeletedNotice({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const mayRestore = useMay('people.delete')
  const [isAsking, setAsking] = useState(false)
  if (person.deletion === null) return null
  const { by, at, removeOn } = person.deletion
  return (
    <Banner kind="notice" title={say('deletions.notice')}>
      <p>{say('deletions.notice_why', { name: by, at: say.instant(at, timeZone), date: say.date(removeOn) })}</p>
      {mayRestore && (
        <div className="buttons">
          <Button kind="secondary" onClick={() => setAsking(true)}>
            {say('deletions.restore')}
          </Button>
        </div>
      )}
      {isAsking && <RestorePeople people={[person.id]} onClose={() => setAsking(false)} />}
    </Banner>
  )
}
