import { whole } from './whole'

export const alsoRead = whole({ name: 'alsoRead', type: 'also-read', fields: { target: null } })
