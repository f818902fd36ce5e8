import { topic, topicHead } from '@/app/_pages/topic'

interface Props {
  params: Promise<{ topic: string }>
}

export default async function TopicFront({ params }: Props) {
  return topic((await params).topic)
}

export async function generateMetadata({ params }: Props) {
  return topicHead((await params).topic)
}
