import { useEffect, useRef, useState } from 'react'
import type { UploadAnswer } from '../../../../../src/contract/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { type Declared, type Sending, sendFile } from './send-file.ts'

/** Where the upload of a file stands. */
export type UploadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly name: string; readonly share: number }
  | { readonly kind: 'read'; readonly name: string; readonly answer: Extract<UploadAnswer, { outcome: 'read' }> }
  | { readonly kind: 'which_school'; readonly name: string; readonly answer: Extract<UploadAnswer, { outcome: 'which_school' }> }
  | { readonly kind: 'taken_away'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }

/** The upload of one file, which is sent again when what goes with it changes. */
export interface Upload {
  readonly state: UploadState
  readonly declared: Declared
  choose(file: File): void
  declare(declared: Declared): void
  chooseSchool(externalId: string): void
  stop(): void
  /** What was read has been taken away. */
  forget(): void
}

/** Uploads files for syncs, or for rehearsals, from which nothing is synced by itself. */
export function useUpload(purpose: 'sync' | 'rehearsal' = 'sync'): Upload {
  const { code: school } = useSchool()
  const [state, setState] = useState<UploadState>({ kind: 'idle' })
  const [declared, setDeclared] = useState<Declared>('as_read')
  const file = useRef<File | null>(null)
  const sourceSchool = useRef<string | null>(null)
  const sending = useRef<Sending | null>(null)
  useEffect(() => () => sending.current?.stop(), [])
  useStaysOpen(state.kind === 'sending' && state.share < 1)

  const send = (said: Declared): void => {
    const chosen = file.current
    if (chosen === null) return
    sending.current?.stop()
    const { name } = chosen
    const onProgress = (share: number): void => setState({ kind: 'sending', name, share })
    onProgress(0)
    const now = sendFile({ school, purpose, file: chosen, declared: said, sourceSchool: sourceSchool.current, onProgress })
    sending.current = now
    const isCurrent = (): boolean => sending.current === now
    now.answer.then(
      (answer) =>
        isCurrent() && setState(answer.outcome === 'read' ? { kind: 'read', name, answer } : { kind: 'which_school', name, answer }),
      (error: unknown) => isCurrent() && setState(isStopped(error) ? { kind: 'idle' } : { kind: 'failed', name, error }),
    )
  }
  return {
    state,
    declared,
    choose: (chosen) => {
      file.current = chosen
      sourceSchool.current = null
      send(declared)
    },
    declare: (said) => {
      setDeclared(said)
      send(said)
    },
    chooseSchool: (externalId) => {
      sourceSchool.current = externalId
      send(declared)
    },
    stop: () => sending.current?.stop(),
    forget: () => {
      file.current = null
      setState((now) => ({ kind: 'taken_away', name: 'name' in now ? now.name : '' }))
    },
  }
}

/** While this is so, the browser asks before it closes the page: what has not arrived is lost then. */
function useStaysOpen(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSending])
}

function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
