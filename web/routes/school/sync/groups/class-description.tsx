import { useState } from 'react'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { TextArea } from '../../../../kit/text-area.tsx'
import { type ChosenClass, type ClassForm, descriptionOf } from './class-choices.ts'

/** What a class will be described as once it is synced, and a way to say so (S-96). Kept on the page until it is saved. */
export function ClassDescription({ say, row, form }: { readonly say: Say; readonly row: ChosenClass; readonly form: ClassForm }) {
  const [isOpen, setOpen] = useState(false)
  const shown = descriptionOf(row, form.ours)
  const key = shown === null ? 'sync.classes.describe' : 'sync.classes.describe_change'
  return (
    <span className="cell-more">
      {shown}{' '}
      <Button kind="quiet" isSmall aria-label={say(`${key}_of`, { name: row.name })} onClick={() => setOpen(true)}>
        {say(key)}
      </Button>
      {isOpen && (
        <DescribeDialog
          say={say}
          name={row.name}
          before={shown ?? ''}
          onClose={() => setOpen(false)}
          onDescribe={(described) => {
            setOpen(false)
            if (described !== (shown ?? '')) form.choose(row, { described })
          }}
        />
      )}
    </span>
  )
}

interface DescribeProps {
  readonly say: Say
  readonly name: string
  readonly before: string
  onClose(): void
  onDescribe(description: string): void
}

function DescribeDialog({ say, name, before, onClose, onDescribe }: DescribeProps) {
  const [text, setText] = useState(before)
  return (
    <Dialog title={say('sync.classes.description_of', { name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onDescribe(text.trim())
        }}
      >
        <TextArea
          id="class-description"
          label={say('field.description')}
          hint={say('sync.classes.description_hint')}
          rows={4}
          maxLength={1000}
          data-first-focus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="buttons">
          <Button type="submit">{say('sync.classes.description_use')}</Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
