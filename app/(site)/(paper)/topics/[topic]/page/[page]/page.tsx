import { topic, topicHead } from '@/app/_pages/topic'

interface Props {
  params: Promise<{ topic: string; page: string }>
}

export default async function TopicListPage({ params }: Props) {
  const { topic: slug, page } = await params
  return topic(slug, page)
}

export async function generateMetadata({ params }: Props) {
  const { topic: slug, page } = await params
  return topicHead(slug, page)
}
