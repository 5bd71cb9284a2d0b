/** How short a password may be. */
export const PASSWORD_LENGTH_MIN = 12
