import { ownArticle } from '@/app/preview/article/[id]/own-article'
import { PreviewPage } from '@/app/preview/preview-page'

/** A story under work, for those who may see it at the desk. */
export default async function DeskPreview({ params }: { params: Promise<{ id: string }> }) {
  return <PreviewPage id={await ownArticle((await params).id)} />
}
