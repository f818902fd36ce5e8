import { whole } from './whole'

export const image = whole({ name: 'image', type: 'image', fields: { media: 0, caption: null, credit: null } })
