import type { ReactNode } from 'react'
import { ownArticle } from '@/app/preview/article/[id]/own-article'
import { PreviewFrame, previewMetadata } from '@/app/preview/preview-page'

export const dynamic = 'force-dynamic'
export const metadata = previewMetadata

/** The build asks for one; nothing is made ahead. */
export function generateStaticParams() {
  return [{ id: 'nothing' }]
}

interface Props {
  params: Promise<{ id: string }>
  children: ReactNode
}

export default async function DeskPreviewLayout({ params, children }: Props) {
  return <PreviewFrame id={await ownArticle((await params).id)}>{children}</PreviewFrame>
}
