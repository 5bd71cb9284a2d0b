import { presentCandidates } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { findCandidates } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { inRun } from './in-run.ts'

/** `POST /v1/schools/:school/runs/:run/rows/:row/candidates`: a POST, so that a typed name stands in no address. */
export const listCandidates: Handler<'runs.candidates'> = (call, services) =>
  inRun(call, services, async (tx, run) => {
    const { q, over, limit, bits } = call.body
    const search = { rowId: call.params['row'] ?? '', over, typed: q, limit }
    const found = await findCandidates(tx, run, { key: services.key, search })
    return found.ok ? ok({ candidates: presentCandidates(found.value, bits) }) : found
  })
