/*
 * How many characters the fields of the desk take, and the endpoints that they are sent to.
 */

/** Of what the paper has: a section, topic, author or timeline, or the paper itself. */
export const LONGEST_NAME = 200
/** Of a person, a link, a receiver or a token. */
export const LONGEST_LABEL = 100
/** Of somebody without an account. */
export const LONGEST_GUEST_NAME = 120
/** Of a page or a plan. */
export const LONGEST_TITLE = 300
export const LONGEST_DESCRIPTION = 500
/** Of an author or a timeline. */
export const LONGEST_INTRODUCTION = 2000
/** As it is typed; what is made of it is shorter. */
export const LONGEST_SLUG = 200
/** No longer one can be written to (RFC 5321, section 4.5.3.1.3). */
export const LONGEST_EMAIL = 254
