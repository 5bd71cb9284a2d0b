import { useQuery } from '@tanstack/react-query'
import type { Leaver } from '../../../../../src/contract/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useSay } from '../../../../words.tsx'
import { AskByHand } from '../by-hand.tsx'

/** Keeps a leaver who should stay: their record is managed by hand from then on (C48). */
export function KeepLeaver({ leaver, onClose }: { readonly leaver: Leaver; onClose(isDone: boolean): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const person = useQuery(apiQuery('people.read', { params: { school, person: leaver.id } }))
  if (person.data !== undefined) return <AskByHand person={person.data} onClose={onClose} />
  return (
    <Dialog title={say('person.by_hand_title', { name: leaver.name })} onClose={() => onClose(false)}>
      <Answer query={person} loading={say('person.loading')}>
        {() => null}
      </Answer>
    </Dialog>
  )
}
