import { topic, topicHead } from '@/app/topic'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ topic: string; page: string }>
}

export function generateStaticParams() {
  return [{ topic: 'nobody', page: '2' }]
}

export default async function TopicListPage({ params }: Props) {
  'use cache'
  const { topic: slug, page } = await params
  return topic(slug, page)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  const { topic: slug, page } = await params
  return topicHead(slug, page)
}
