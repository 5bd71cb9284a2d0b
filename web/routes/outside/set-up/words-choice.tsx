import { RadioGroup } from '../../../kit/choice-group.tsx'
import { useSay } from '../../../words.tsx'

const VOCABULARIES = ['en-GB', 'en-US'] as const

/** Where the school is, which decides its words and its years. */
export function WordsChoice({ value, onChange }: { readonly value: 'en-GB' | 'en-US'; onChange(value: 'en-GB' | 'en-US'): void }) {
  const say = useSay()
  return (
    <RadioGroup
      id="vocabulary"
      label={say('school.words')}
      value={value}
      choices={VOCABULARIES.map((it) => ({ value: it, label: say(`school.words.${it}`) }))}
      onChange={onChange}
    />
  )
}
