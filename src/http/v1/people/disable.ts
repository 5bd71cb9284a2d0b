import { disablePerson } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf } from '../runs/in-run.ts'
import { inRecord } from './in-record.ts'

/** `POST /v1/schools/:school/people/:person/disabled` */
export const disableOnePerson: Handler<'people.disable'> = (it, services) =>
  inRecord(it, services, (tx, seen) => disablePerson(tx, contextOf(services), { ...seen, isDisabled: true }))

/** `POST /v1/schools/:school/people/:person/disabled/end` */
export const enableOnePerson: Handler<'people.enable'> = (it, services) =>
  inRecord(it, services, (tx, seen) => disablePerson(tx, contextOf(services), { ...seen, isDisabled: false }))
