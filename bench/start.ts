import path from 'node:path'
import { type Figure, figure, median, startProduct, temporaryFolder } from './measure.ts'

const ROUNDS = 3

/** From the command to the line that says where it listens; the database folder exists already. */
export async function benchStart(): Promise<readonly Figure[]> {
  const data = path.join(temporaryFolder('start'), 'data')
  await startAndStop(data)
  const seconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) seconds.push(await startAndStop(data))
  return [figure('`muster start` to listening (warm)', median(seconds), 's', 3)]
}

async function startAndStop(data: string): Promise<number> {
  const since = performance.now()
  const child = startProduct(['start', '--data', data, '--port', '0'])
  const seconds = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('listening')) resolve((performance.now() - since) / 1000)
    })
    child.on('close', () => reject(new Error('muster start ended')))
  })
  child.removeAllListeners('close')
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGTERM')
  await ended
  return seconds
}
