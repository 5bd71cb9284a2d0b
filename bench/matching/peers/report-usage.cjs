// Loaded into every Node process that is measured: what it used, told on file descriptor 3 as it ends. The process itself
// knows exactly; somebody who looks on sees it every few milliseconds, and takes them from what is measured.
const fs = require('node:fs')
const { isMainThread } = require('node:worker_threads')

if (isMainThread) process.on('exit', () => fs.writeSync(3, JSON.stringify({ cpuSeconds: cpuSeconds(), peakMb: peakMb() })))

/** All threads. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Not maxRSS where it can be had otherwise: Linux lets a process inherit the peak of the one that started it. */
function peakMb() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}
