import type { Io } from '../../src/cli/index.ts'
import type { Environment } from '../../src/config/index.ts'

/** A command's world that remembers what was written to it. */
export interface TestIo extends Io {
  readonly outText: () => string
  readonly errText: () => string
  /** What Ctrl+C does. */
  readonly stop: () => void
}

/** A world without a terminal, with nothing in its environment but what is given. */
export function testIo(environment: Environment = {}): TestIo {
  const written = { out: '', err: '' }
  const controller = new AbortController()
  return {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    terminal: null,
    environment,
    stopped: controller.signal,
    outText: () => written.out,
    errText: () => written.err,
    stop: () => controller.abort(),
  }
}
