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
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }

/** The upload of one file, which is sent again when what goes with it changes. */
export interface Upload {
  readonly state: UploadState
  readonly declared: Declared
  choose(file: File): void
  declare(declared: Declared): void
  chooseSchool(externalId: string): void
  stop(): void
}

export function useUpload(): Upload {
  const { code: school } = useSchool()
  const [state, setState] = useState<UploadState>({ kind: 'idle' })
  const [declared, setDeclared] = useState<Declared>('as_read')
  const file = useRef<File | null>(null)
  const sourceSchool = useRef<string | null>(null)
  const sending = useRef<Sending | null>(null)
  useEffect(() => () => sending.current?.stop(), [])

  const send = (said: Declared): void => {
    const chosen = file.current
    if (chosen === null) return
    sending.current?.stop()
    const { name } = chosen
    const onProgress = (share: number): void => setState({ kind: 'sending', name, share })
    onProgress(0)
    const now = sendFile({ school, file: chosen, declared: said, sourceSchool: sourceSchool.current, onProgress })
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
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
