import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { answerDuplicates } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/duplicates/answers` */
export const answerPairs: Handler<'duplicates.answer'> = ({ scope, body }, { database, ids }) =>
  inSchool(database, scope, async (tx) => {
    const answered = await answerDuplicates(tx, { ...body, ids })
    return answered.ok ? ok({ answered: body.pairs.length }) : answered
  })
