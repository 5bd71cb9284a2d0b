export { openQueue, type Queue, type RunJob } from './queue.ts'
export { isAnyWorkerConnected, WORKER_NAME } from './workers.store.ts'
