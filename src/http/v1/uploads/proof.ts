import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { proveUpload } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `GET /v1/schools/:school/uploads/:upload/proof` */
export const readUploadProof: Handler<'uploads.proof'> = ({ scope, params }, { database, key }) =>
  inSchool(database, scope, async (tx) => {
    const proof = await proveUpload(tx, params['upload'] ?? '', key)
    return proof.ok ? ok({ ...proof.value, samples: proof.value.samples.map((it) => ({ ...it })) }) : proof
  })
