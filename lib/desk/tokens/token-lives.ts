/** How long a token may last, in days, the usual one first; it may also have no end. */
export const TOKEN_LIVES = [90, 30, 365] as const
