import { storyList } from '@/app/story-list'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  return storyList(request)
}
