import { atomNode } from './atom-node'

export const image = atomNode({ name: 'image', type: 'image', fields: { media: 0, caption: null, credit: null } })
