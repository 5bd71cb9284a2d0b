import { readUploadLines } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'
import { inKeptUpload } from './in-kept-upload.ts'

/** `GET /v1/schools/:school/uploads/:upload/result` */
export const readUploadResult: Handler<'uploads.result'> = (call, services) =>
  inKeptUpload(call, services, async (tx, upload) => ok({ lines: await readUploadLines(tx, upload) }))
