/** The header by which the server tells the pages who asks; whatever a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-broadsheet-client'
