import type { ReactNode } from 'react'
import { sharedArticle } from '@/app/preview/[token]/shared-article'
import { PreviewFrame, previewMetadata } from '@/app/preview/preview-page'

export const dynamic = 'force-dynamic'
export const metadata = previewMetadata

/** The build asks for one; nothing is made ahead. */
export function generateStaticParams() {
  return [{ token: 'nothing' }]
}

interface Props {
  params: Promise<{ token: string }>
  children: ReactNode
}

export default async function SharedPreviewLayout({ params, children }: Props) {
  const shared = await sharedArticle((await params).token)
  return (
    <PreviewFrame id={shared?.articleId ?? null} version={shared?.version ?? null}>
      {children}
    </PreviewFrame>
  )
}
