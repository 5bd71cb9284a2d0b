import { useState } from 'react'
import type { DeletedPerson } from '../../../../../src/contract/index.ts'
import { Field } from '../../../../kit/field.tsx'
import { Interruption } from '../../../../kit/interruption.tsx'
import { useSay } from '../../../../words.tsx'
import { useErasePerson } from './use-deletions.ts'

/** Removes somebody for good, once it is said where that was asked for (S-197). */
export function ErasePerson({ person, onClose }: { readonly person: DeletedPerson; onClose(isDone: boolean): void }) {
  const say = useSay()
  const [reference, setReference] = useState('')
  const [isMissing, setMissing] = useState(false)
  const erase = useErasePerson()
  const act = (): void => {
    const said = reference.trim()
    setMissing(said === '')
    if (said === '') document.getElementById('erase-reference')?.focus()
    else erase.mutate({ person: person.id, reference: said }, { onSuccess: () => onClose(true) })
  }
  return (
    <Interruption
      title={say('deletions.erase_title', { name: person.name })}
      act={say('deletions.erase_act')}
      keep={say('deletions.erase_keep')}
      isForEver
      isBusy={erase.isPending}
      error={erase.error}
      onAct={act}
      onKeep={() => onClose(false)}
    >
      <p>{say('deletions.erase_body')}</p>
      <Field
        id="erase-reference"
        label={say('deletions.erase_reference')}
        hint={say('deletions.erase_reference_hint')}
        error={isMissing ? say('deletions.erase_needs') : undefined}
        value={reference}
        maxLength={100}
        onChange={(event) => setReference(event.target.value)}
      />
    </Interruption>
  )
}
