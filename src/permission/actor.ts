/** Roles a person, a program or a command can hold (D17). */
export type Role = 'access_coordinator' | 'deputy' | 'viewer' | 'operator'

/** Who acts. Made by `access` for people, by the command line for its operator. */
export interface Actor {
  /** Such as `operator:alex`: what the audit says. Never an e-mail address. */
  readonly id: string
  readonly role: Role
  /** The school the role is held in; null: in every school of the installation. */
  readonly schoolId: string | null
}

/** Whoever runs the command line on the machine (ARCHITECTURE 5): a role of its own, audited by the system user's name. */
export function operator(systemUser: string): Actor {
  return { id: `operator:${systemUser}`, role: 'operator', schoolId: null }
}
