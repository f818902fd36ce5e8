/** The header in which the server passes the client's address to the pages. A value from the client is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-broadsheet-client'
