import { atomNode } from './atom-node'

export const relatedNews = atomNode({
  name: 'relatedNews',
  type: 'related-news',
  fields: { articles: [], sought: null, automatic: null },
})
