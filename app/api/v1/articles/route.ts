import { storyList } from '@/app/_machine/story-list'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  return storyList(request)
}
