import { atomNode } from './atom-node'

export const embed = atomNode({ name: 'embed', type: 'embed', fields: { provider: 'youtube', url: '', title: '' } })
