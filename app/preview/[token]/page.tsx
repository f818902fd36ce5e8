import { sharedArticle } from '@/app/preview/[token]/shared-article'
import { PreviewPage } from '@/app/preview/preview-page'

/** A story under work, for whoever was given the link. */
export default async function SharedPreview({ params }: { params: Promise<{ token: string }> }) {
  return <PreviewPage id={await sharedArticle((await params).token)} />
}
