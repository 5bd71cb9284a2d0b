import { useState } from 'react'
import type { UploadAnswer } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { useSay } from '../../../../words.tsx'

/** The file names schools, and none by this school's ID: which is it? */
export function WhichSchool({
  answer,
  onChoose,
}: {
  readonly answer: Extract<UploadAnswer, { outcome: 'which_school' }>
  onChoose(externalId: string): void
}) {
  const say = useSay()
  const [school, setSchool] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { schools } = answer
  return (
    <div className="box">
      <RadioGroup
        id="which-school"
        isLarge
        label={say('sync.connect.which_title')}
        hint={say('sync.connect.which_hint', { count: schools.length })}
        error={isMissing && school === null ? say('sync.connect.which_needed') : undefined}
        value={school}
        onChange={setSchool}
        choices={schools.map(({ externalId, name, people }) => ({
          value: externalId,
          label: name === null ? externalId : `${name} (${externalId})`,
          detail: say('sync.connect.which_people', { count: people }),
        }))}
      />
      <Button onClick={() => (school === null ? setMissing(true) : onChoose(school))}>{say('sync.connect.which_do')}</Button>
    </div>
  )
}
