import type { ReactNode } from 'react'
import { fonts } from '@/app/fonts'
import { ReaderScripts } from '@/components/desk/preview/reader-scripts'
import { directionOf } from '@/lib/language'

/** The frame of a reader's page (app/html-document.tsx) where the framework runs: its own scripts come first. */
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
