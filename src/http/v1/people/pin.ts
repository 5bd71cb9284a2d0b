import { pinField, unpinField } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf } from '../runs/in-run.ts'
import { inRecord } from './in-record.ts'

/** `POST /v1/schools/:school/people/:person/pins` */
export const pinFieldOfPerson: Handler<'people.pin'> = (it, services) =>
  inRecord(it, services, (tx, seen) => pinField(tx, contextOf(services), { ...it.body, ...seen }))

/** `POST /v1/schools/:school/people/:person/pins/end` */
export const unpinFieldOfPerson: Handler<'people.unpin'> = (it, services) =>
  inRecord(it, services, (tx, seen) => unpinField(tx, contextOf(services), { ...it.body, ...seen }))
