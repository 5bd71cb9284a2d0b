import type { Definition } from './definition.ts'

/** Problems of a request to the server, whatever it is about. Sorted by code. */
export const requestProblems = {
  'idempotency.in_progress': {
    status: 409,
    recovery: 'retry-later',
    title: 'This is being done already',
    cure: 'The same request came in before and is not finished. Wait a moment, then look at what came of it.',
  },
  'idempotency.key_needed': {
    status: 400,
    recovery: 'fix-input',
    title: 'The request has no key that keeps it from being carried out twice',
    cure: 'Send the header Idempotency-Key with a new random text for every thing to be done, and the same text when trying again.',
  },
  'idempotency.other_request': {
    status: 409,
    recovery: 'fix-input',
    title: 'This Idempotency-Key belongs to another request',
    cure: 'Use a new key for every new request. A key is kept for 24 hours.',
  },
  'request.fault': {
    status: 500,
    recovery: 'retry-later',
    title: 'Muster could not answer',
    cure: 'This is a fault in Muster. Try again; if it happens again, tell whoever runs Muster when it happened.',
  },
  'request.fields_wrong': {
    status: 422,
    recovery: 'fix-input',
    title: 'Some of what was entered cannot be used',
    cure: 'Correct what is named here: {names}.',
  },
  'request.malformed': {
    status: 400,
    recovery: 'fix-input',
    title: 'The request cannot be read',
    cure: 'Send JSON in UTF-8, as the description of the API says.',
  },
  'request.other_site': {
    status: 403,
    recovery: 'fix-input',
    title: 'The request came from another site',
    cure: 'Open Muster at its own address, and do it there. Nothing has been changed.',
  },
  'request.too_large': {
    status: 413,
    recovery: 'fix-input',
    title: 'The request is too large',
    cure: 'Send less at a time.',
  },
  'request.too_many': {
    status: 429,
    recovery: 'retry-later',
    title: 'Too many requests',
    cure: 'Wait {seconds} seconds, then try again.',
  },
  'request.wrong_type': {
    status: 415,
    recovery: 'fix-input',
    title: 'The request is not of the kind that this address takes',
    cure: 'Send {expected}.',
  },
} as const satisfies Record<string, Definition>
