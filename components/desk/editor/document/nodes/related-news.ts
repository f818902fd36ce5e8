import { whole } from './whole'

export const relatedNews = whole({ name: 'relatedNews', type: 'related-news', fields: { articles: [] } })
