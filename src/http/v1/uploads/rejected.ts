import { readRejectedRows } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inKeptUpload } from './in-kept-upload.ts'

/** `GET /v1/schools/:school/uploads/:upload/rejected` */
export const listRejectedRows: Handler<'uploads.rejected'> = (call, services) =>
  inKeptUpload(call, services, async (tx, upload) => ok({ rows: await readRejectedRows(tx, upload) }))
