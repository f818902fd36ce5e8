import { whole } from './whole'

export const gallery = whole({ name: 'gallery', type: 'gallery', fields: { items: [], caption: null } })
