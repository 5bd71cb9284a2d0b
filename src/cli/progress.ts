import type { Io } from './io.ts'

/** Tells whoever waits how far something is. */
export interface Progress {
  /** Begins a step, `total` of something countable where it is known; it ends with `done`. */
  step(title: string, total?: number): Promise<Step>
}

/** A step under way. */
export interface Step {
  /** This many more are done. */
  advance(count: number): void
  /** The step is over; `summary` says what came of it, such as `1,187 pupils`. */
  done(summary?: string): void
}

const LINE_EVERY_PERCENT = 25

/** A bar on a terminal, plain lines otherwise; both on standard error, so that standard output holds results only. */
export function progressOf(io: Io): Progress {
  const { terminal } = io
  return { step: async (title, total) => (terminal && total ? barStep(terminal, title, total) : lineStep(io, title, total)) }
}

async function barStep(terminal: NodeJS.WriteStream, title: string, total: number): Promise<Step> {
  const { default: cliProgress } = await import('cli-progress')
  const format = `${title} {bar} {percentage}% · {value} of {total}`
  const bar = new cliProgress.SingleBar(
    { format, stream: terminal, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_grey,
  )
  bar.start(total, 0)
  return {
    advance: (count) => bar.increment(count),
    done: (summary) => {
      bar.stop()
      terminal.write(`${lastLine(title, summary)}\n`)
    },
  }
}

function lineStep({ err }: Io, title: string, total: number | undefined): Step {
  let value = 0
  let said = 0
  return {
    advance: (count) => {
      value += count
      const percent = total ? Math.floor((value / total) * 100) : 0
      if (percent < said + LINE_EVERY_PERCENT || percent >= 100) return
      said = percent - (percent % LINE_EVERY_PERCENT)
      err(`${title}: ${percent} %\n`)
    },
    done: (summary) => err(`${lastLine(title, summary)}\n`),
  }
}

function lastLine(title: string, summary: string | undefined): string {
  return summary === undefined ? `${title}: done` : `${title}: ${summary}`
}
