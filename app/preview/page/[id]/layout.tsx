import type { ReactNode } from 'react'
import { PreviewDocument } from '@/app/preview/preview-document'
import { previewMetadata } from '@/app/preview/preview-page'
import { store } from '@/app/store'
import { siteSettings } from '@/db/paper/site'

export const dynamic = 'force-dynamic'
export const metadata = previewMetadata

export default async function StandingPagePreviewLayout({ children }: { children: ReactNode }) {
  const { value: settings } = await siteSettings(await store())
  return <PreviewDocument language={settings.language}>{children}</PreviewDocument>
}
