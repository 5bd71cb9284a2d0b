import { ok } from '../../../kernel/index.ts'
import { classesToBeginWith } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `GET /v1/schools/:school/runs/:run/first` */
export const listFirstClasses: Handler<'runs.firstClasses'> = (call, services) =>
  inRun(call, services, async (tx, run) => ok({ items: (await classesToBeginWith(tx, run)).map((it) => ({ ...it })) }))
