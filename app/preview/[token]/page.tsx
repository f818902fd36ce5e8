import { notFound } from 'next/navigation'
import { deskNow } from '@/app/_desk/desk-route'
import { sharedArticle } from '@/app/preview/[token]/shared-article'
import { PreviewPage } from '@/app/preview/preview-page'
import { store } from '@/app/store'
import { VersionReview } from '@/components/desk/preview/version-review'
import { saidAbout } from '@/db/comments/version-reviews'
import { siteSettings } from '@/db/paper/site'
import { answerWords } from '@/lib/desk/version-review/said'

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A story under work, or one version of it to approve or refuse, for whoever was given the link. */
export default async function SharedPreview({ params, searchParams }: Props) {
  const { token: secret } = await params
  const { articleId, version, recipient } = (await sharedArticle(secret)) ?? notFound()
  if (version === null) return <PreviewPage id={articleId} />
  const db = await store()
  const { value: paper } = await siteSettings(db)
  return (
    <>
      <PreviewPage id={articleId} version={version} />
      <VersionReview
        secret={secret}
        recipient={recipient}
        initialSaid={await saidAbout(db, { secret, now: deskNow() })}
        answered={answerWords((await searchParams).answer)}
        timeZone={paper.timeZone}
      />
    </>
  )
}
