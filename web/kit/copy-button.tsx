import { useState } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = (): void => {
    copyText(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'failed'))
  }
  return (
    <>
      <Button kind="secondary" isSmall onClick={copy}>
        {label}
      </Button>
      <span role="status">{outcome === null ? '' : say(outcome === 'copied' ? 'kit.copied' : 'kit.not_copied')}</span>
    </>
  )
}
