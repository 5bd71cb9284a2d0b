import { type ReactNode, useId, useState } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { ProblemView } from './problem-view.tsx'
import { typedNumber } from './typed-number.ts'

interface InterruptionProps {
  readonly title: string
  /** What happens, in numbers, and what does not. */
  readonly effects?: readonly string[] | undefined
  readonly children?: ReactNode
  /** The verb and its object: "Discard the run". */
  readonly act: string
  /** The safe way out: "Keep it". It takes the focus first. */
  readonly keep: string
  /** A number to be typed before the act is carried out, where it touches very many. */
  readonly typed?: number | undefined
  /** The act cannot be undone. */
  readonly isForEver?: boolean | undefined
  readonly isBusy?: boolean | undefined
  readonly error?: Error | null | undefined
  /** Given what was typed, where a number is asked for. */
  onAct(number?: number): void
  onKeep(): void
}

/** Asks before an unusual or far-reaching act. Seldom: they weaken with use. */
export function Interruption(props: InterruptionProps) {
  const { title, effects = [], children, act, keep, typed, isForEver = false, isBusy = false, error = null, onAct, onKeep } = props
  const say = useSay()
  const id = useId()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const carryOut = (): void => {
    const number = typed === undefined ? undefined : typedNumber(text)
    const isRight = number === typed
    setMissing(!isRight)
    if (isRight) onAct(number ?? undefined)
    else document.getElementById(id)?.focus()
  }
  return (
    <Dialog title={title} onClose={onKeep}>
      {children}
      {effects.length > 0 && (
        <ul>
          {effects.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      )}
      {typed !== undefined && (
        <Field
          id={id}
          label={say('kit.type_number', { number: typed })}
          error={isMissing ? say('kit.type_number_wrong', { number: typed, keep }) : undefined}
          inputMode="numeric"
          isShort
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {error !== null && <ProblemView error={error} />}
      <div className="buttons">
        <Button kind={isForEver ? 'danger' : 'secondary'} isBusy={isBusy} onClick={carryOut}>
          {act}
        </Button>
        <Button data-first-focus onClick={onKeep}>
          {keep}
        </Button>
      </div>
    </Dialog>
  )
}
