import { atomNode } from './atom-node'

export const gallery = atomNode({ name: 'gallery', type: 'gallery', fields: { items: [], caption: null } })
