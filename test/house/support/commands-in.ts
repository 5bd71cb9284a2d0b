/** A fenced block of commands of a page. */
export interface Block {
  readonly script: string
  /** How it may end: 0 unless the page says otherwise (`sh exit=3`, or `sh exit=0,3` where that depends on the date). */
  readonly exitCodes: readonly number[]
  /** Line of the fence, counted from 1. */
  readonly line: number
}

/** The blocks of a Markdown page that are marked `sh`: those a reader can run as they stand. `console` blocks are not. */
export function commandsIn(page: string): readonly Block[] {
  return [...page.matchAll(/^```sh(?: exit=([\d,]+))?\n([\s\S]*?)^```$/gm)].map(([, codes = '0', script = ''], index, all) => ({
    script,
    exitCodes: codes.split(',').map(Number),
    line: page.slice(0, all[index]?.index).split('\n').length,
  }))
}
