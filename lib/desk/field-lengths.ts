/*
 * How many characters the fields of the desk take, and the endpoints that they are sent to.
 */

/** Of what the paper has: a section, topic, author or timeline, or the paper itself. */
export const MAX_NAME_LENGTH = 200
/** Of a person, a link, a receiver or a token. */
export const MAX_LABEL_LENGTH = 100
/** Of somebody without an account. */
export const MAX_GUEST_NAME_LENGTH = 120
/** Of a page or a plan. */
export const MAX_TITLE_LENGTH = 300
export const MAX_DESCRIPTION_LENGTH = 500
/** Of an author or a timeline. */
export const MAX_INTRODUCTION_LENGTH = 2000
/** As it is typed; what is made of it is shorter. */
export const MAX_SLUG_LENGTH = 200
/** No longer one can be written to (RFC 5321, section 4.5.3.1.3). */
export const MAX_EMAIL_LENGTH = 254
