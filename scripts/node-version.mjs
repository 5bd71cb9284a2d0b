// @ts-check
// Runs on versions of Node that we turn away: no syntax younger than Node 12 here.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

/** Ends the process where Node is too old. */
export function requireNode() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Muster needs Node 20.19 or newer, and this is ${process.version}. Install Node 24, then run the command again.`)
    process.exit(1)
  }
}

/** Says so where Node runs Muster but should not. */
export function adviseNode() {
  if (major < 22) console.error('Node 20 gets no more security fixes. Muster runs on it, but please move to Node 24.')
}
