import { type Problem, problem } from '../kernel/index.ts'

/** Thrown out of `SourceFile.open()` while bytes are read, where nothing can be returned; says what to tell the user. */
export class ReadFailure extends Error {
  readonly code: Problem['code']
  readonly params: Problem['params']

  constructor(code: Problem['code'], options: { readonly cause?: unknown; readonly params?: Problem['params'] } = {}) {
    super(code, { cause: options.cause })
    this.code = code
    this.params = options.params
  }
}

/** What a failure while reading `file` means to its owner. Every error counts: a disk, an archive, a network share. */
export function problemOfFailure(error: unknown, file: string, line: number | null = null): Problem {
  if (!(error instanceof ReadFailure)) return problem('file.unreadable', { file, line })
  return problem(error.code, { file, line, ...(error.params === undefined ? {} : { params: error.params }) })
}
