import { inSchool } from '../../../db/index.ts'
import { takeUploadAway } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `DELETE /v1/schools/:school/uploads/:upload` */
export const removeUploadOfSchool: Handler<'uploads.remove'> = ({ scope, params }, { database, ids }) =>
  inSchool(database, scope, async (tx) => takeUploadAway(tx, params['upload'] ?? '', ids))
