import type { ClassesAnswer } from '../../../../../src/contract/index.ts'
import { isNamePattern } from '../../../../../src/roster/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { Field } from '../../../../kit/field.tsx'
import { useSay } from '../../../../words.tsx'
import type { Naming } from './class-choices.ts'

/** What is wrong with a pattern that somebody typed; undefined: nothing. Told when they go on, not while they type. */
export function patternError(say: Say, { style, pattern }: Naming): string | undefined {
  return style !== 'pattern' || isNamePattern(pattern) ? undefined : say('sync.classes.pattern_error', { name: '{name}', year: '{year}' })
}

/** How new classes are called: as in the MIS, without a calendar year, or by a pattern. */
export function NamingChoice({
  naming,
  error,
  onChange,
}: {
  readonly naming: Naming
  readonly error: string | undefined
  onChange(naming: Naming): void
}) {
  const say = useSay()
  const pattern = (
    <Field
      id="class-pattern"
      label={say('sync.classes.pattern_label')}
      hint={say('sync.classes.pattern_hint', { year: '{year}', name: '{name}' })}
      error={error}
      isShort
      maxLength={60}
      value={naming.pattern}
      onChange={(event) => onChange({ ...naming, pattern: event.target.value })}
    />
  )
  return (
    <RadioGroup
      id="class-naming"
      label={say('sync.classes.naming')}
      value={naming.style}
      onChange={(style) => onChange({ ...naming, style })}
      choices={[
        { value: 'as_is', label: say('sync.classes.naming_as_is') },
        { value: 'without_year', label: say('sync.classes.naming_without_year') },
        { value: 'pattern', label: say('sync.classes.naming_pattern'), inside: pattern },
      ]}
    />
  )
}

/** Which classes will be empty after the sync, and what becomes of them (S-104). */
export function EmptiedChoice({
  names,
  isArchiving,
  onChange,
}: Pick<ClassesAnswer['emptied'], 'names' | 'isArchiving'> & { onChange(isArchiving: boolean): void }) {
  const say = useSay()
  const shown = new Intl.ListFormat(say.vocabulary, { type: 'conjunction' }).format(names)
  return (
    <RadioGroup
      id="class-emptied"
      label={say('sync.classes.emptied', { count: names.length })}
      hint={shown}
      value={isArchiving ? 'archive' : 'keep'}
      onChange={(it) => onChange(it === 'archive')}
      choices={[
        { value: 'archive', label: say('sync.classes.emptied_archive'), detail: say('sync.classes.emptied_archive_detail') },
        { value: 'keep', label: say('sync.classes.emptied_keep') },
      ]}
    />
  )
}
