import type { Definition } from './definition.ts'

/** Problems of signing in, of rights, of the team and of the school's own details. Sorted by code. */
export const accessProblems = {
  'account.name_needed': {
    status: 422,
    recovery: 'fix-input',
    title: 'A new account needs a name',
    cure: 'Enter your name as your colleagues know it.',
  },
  'account.password_short': {
    status: 422,
    recovery: 'fix-input',
    title: 'The password is too short',
    cure: 'Use at least {lengthMin} characters. Three or four words that do not belong together are good.',
  },
  'address.unknown': {
    status: 404,
    recovery: 'fix-input',
    title: 'There is nothing at this address',
    cure: 'Check the address, or go back to the start page. If somebody gave you this link, ask whether you have been added to their school.',
  },
  'invitation.not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'This invitation cannot be used',
    cure: 'It was used or withdrawn, or it is more than 7 days old. Ask for a new one.',
  },
  'permission.needed': {
    status: 403,
    recovery: 'fix-input',
    title: 'You need to be an Access Coordinator',
    cure: 'Ask an Access Coordinator of this school to do it, or to give you the role under Settings, Team.',
  },
  'school.external_id_taken': {
    status: 422,
    recovery: 'fix-input',
    title: 'Another school has this ID',
    cure: 'The ID must be different for every school. Look it up again: it is the number by which the files of your MIS name the school.',
  },
  'school.time_zone_unknown': {
    status: 422,
    recovery: 'fix-input',
    title: 'There is no such time zone',
    cure: 'Choose a time zone by its place, such as Europe/London.',
  },
  'session.csrf_wrong': {
    status: 403,
    recovery: 'fix-input',
    title: 'This request did not come from a page of Muster',
    cure: 'Load the page again, then repeat what you did. Nothing has been changed.',
  },
  'session.locked': {
    status: 429,
    recovery: 'retry-later',
    title: 'Too many tries',
    cure: 'Wait {minutes} minutes, then sign in with the right password.',
  },
  'session.needed': {
    status: 401,
    recovery: 'fix-input',
    title: 'You are not signed in',
    cure: 'Sign in. What you decided before has been kept.',
  },
  'session.wrong': {
    status: 401,
    recovery: 'fix-input',
    title: 'Enter a correct e-mail address and password',
    cure: 'Check both. After {triesMax} wrong tries in a row you have to wait {minutes} minutes.',
  },
  'set_up.code_wrong': {
    status: 404,
    recovery: 'fix-input',
    title: 'This is not the set-up code',
    cure: 'Open the link that Muster printed when it was started. Starting it again prints a new one.',
  },
  'set_up.done': {
    status: 409,
    recovery: 'fix-input',
    title: 'Muster has been set up',
    cure: 'Sign in. If you have no account, ask an Access Coordinator of your school for an invitation.',
  },
  'set_up.running': {
    status: 409,
    recovery: 'retry-later',
    title: 'Muster is being set up in another window',
    cure: 'Wait a minute, then load this page again.',
  },
  'team.already_member': {
    status: 409,
    recovery: 'fix-input',
    title: 'This person is in the team already',
    cure: 'Change their role in the list of the team.',
  },
  'team.last_coordinator': {
    status: 409,
    recovery: 'fix-input',
    title: 'A school keeps at least one Access Coordinator',
    cure: 'Give another member the role Access Coordinator first.',
  },
  'team.member_not_found': {
    status: 404,
    recovery: 'fix-input',
    title: 'This person is not in the team',
    cure: 'Load the page again: somebody may have taken them out.',
  },
  'version.changed': {
    status: 412,
    recovery: 'fix-input',
    title: 'Somebody changed this while you were looking at it',
    cure: 'Load it again, look at what is new, and repeat your change if it is still right. Yours has not been saved.',
  },
  'version.needed': {
    status: 428,
    recovery: 'fix-input',
    title: 'The request does not say which version it has seen',
    cure: 'Send the version you read in the header If-Match, such as If-Match: "3".',
  },
} as const satisfies Record<string, Definition>
