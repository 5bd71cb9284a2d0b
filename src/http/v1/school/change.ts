import { changeSchoolDetails } from '../../../access/index.ts'
import type { Handler } from '../../handler.ts'

/** `PATCH /v1/schools/:school` */
export const changeSchool: Handler<'school.change'> = ({ scope, body, ifMatch }, { database, ids }) =>
  changeSchoolDetails(database, ids, { scope, seenVersion: ifMatch, change: body })
