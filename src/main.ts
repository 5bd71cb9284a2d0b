import { type Io, type Parts, runMuster } from './cli/index.ts'
import { processEnvironment } from './config/index.ts'

/** npm passes Ctrl+C on although the terminal has told us already: only a second one after this time is impatience. */
const IMPATIENCE_MILLISECONDS = 1_000

const parts: Parts = {
  startServer: async (options) => (await import('./http/index.ts')).startServer(options),
  startWorker: async (options) => (await import('./runs/index.ts')).workOnRuns(options),
}

// whatever ends the process before it has an answer is a failure
process.exitCode = 1
void run()

/** Not awaited by the module: what it loads later may be bundled so that it waits for the module to be done. */
async function run(): Promise<void> {
  const exitCode = await runMuster(process.argv.slice(2), processIo(), parts)
  await Promise.all([drained(process.stdout), drained(process.stderr)])
  process.exit(exitCode)
}

/** A pipe takes 64 KiB at a time: what the reader has not taken yet would be lost. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}

function processIo(): Io {
  process.stdout.on('error', endWithReader)
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY ? process.stderr : null,
    environment: processEnvironment(),
    stopped: stopSignal(),
  }
}

/** `muster people | head` is no failure. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

/** Asks the command to end at the first signal, and ends the process at the second. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let since = 0
  const stop = () => {
    if (!controller.signal.aborted) since = performance.now()
    else if (performance.now() - since > IMPATIENCE_MILLISECONDS) process.exit(1)
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return controller.signal
}
