import { inSchool, type SchoolTx } from '../../../db/index.ts'
import { findUploadFacts, type UploadFacts } from '../../../insight/index.ts'
import { fail, isUuid, type Problem, problem, type Result } from '../../../kernel/index.ts'
import type { SchoolScope } from '../../../permission/index.ts'
import type { Services } from '../../handler.ts'

/** What a handler of one upload is given of its call. */
interface UploadCall {
  readonly params: Readonly<Record<string, string>>
  readonly scope: SchoolScope
}

/** Reads of the upload of the path, in its school, while it is kept. An upload of another school does not exist (D18). */
export async function inKeptUpload<Value>(
  { params, scope }: UploadCall,
  { database }: Services,
  work: (tx: SchoolTx, upload: UploadFacts) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const id = params['upload'] ?? ''
  if (!isUuid(id)) return fail(problem('file.upload_unknown'))
  return inSchool(database, scope, async (tx) => {
    const upload = await findUploadFacts(tx, id)
    if (upload === undefined) return fail(problem('file.upload_unknown'))
    return upload.isKept ? work(tx, upload) : fail(problem('file.upload_gone'))
  })
}
