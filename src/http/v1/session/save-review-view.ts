import { saveReviewView } from '../../../access/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `PUT /v1/session/review-view` */
export const keepReviewView: Handler<'session.saveReviewView'> = async ({ body, caller }, { database }) => {
  await saveReviewView(database, caller.accountId, body)
  return ok(undefined)
}
