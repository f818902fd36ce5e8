import { whole } from './whole'

export const embed = whole({ name: 'embed', type: 'embed', fields: { provider: 'youtube', url: '', title: '' } })
