import type { ReactNode } from 'react'
import { fonts } from '@/app/_pages/fonts'
import { ReaderScripts } from '@/components/desk/preview/reader-scripts'
import { directionOf } from '@/lib/paper/language'

/** The frame of a reader's page (app/_pages/html-document.tsx) where the framework runs: its own scripts come first. */
export function PreviewDocument({ language, children }: { language: string; children: ReactNode }) {
  const files = [process.env.FIRST_PAINT, process.env.READER_MODULE].filter((file) => file !== undefined)
  return (
    <html lang={language} dir={directionOf(language)} className={fonts}>
      <body>
        {children}
        <ReaderScripts files={files} />
      </body>
    </html>
  )
}
