import { atomNode } from './atom-node'

export const alsoRead = atomNode({ name: 'alsoRead', type: 'also-read', fields: { target: null, automatic: null } })
