import '@/components/tokens.css'
import '@/components/page.css'
import '@/components/desk/desk.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { fonts } from '@/app/_pages/fonts'
import { store } from '@/app/store'
import { FocusKeeper } from '@/components/desk/focus/focus-keeper'
import { Nameplate } from '@/components/desk/nameplate'
import { siteSettings } from '@/db/paper/site'

// Every page of the desk is made for whoever asks, when they ask.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { template: '%s · The desk', default: 'The desk' },
  robots: { index: false, follow: false },
}

/** The desk speaks English, whatever the paper is written in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { value: settings } = await siteSettings(await store())
  return (
    <html lang="en" className={fonts}>
      <body>
        <Nameplate name={settings.name} language={settings.language} />
        {children}
        <FocusKeeper />
      </body>
    </html>
  )
}
