import { presentCandidates } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { findCandidates } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/rows/:row/candidates`: a POST, so that a typed name stands in no address. */
export const listCandidates: Handler<'runs.candidates'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const { q, bits, ...asked } = call.body
    const search = { rowId: call.params['row'] ?? '', typed: q, ...asked }
    const found = await findCandidates(tx, run, { key: services.key, search })
    return found.ok ? ok(presentCandidates(found.value, bits)) : found
  })
