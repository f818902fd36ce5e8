'use client'

import { useEffect } from 'react'

/** Runs the scripts of a reader's page after hydration; real reader pages have no framework scripts. */
export function ReaderScripts({ files }: { files: string[] }) {
  useEffect(() => {
    for (const src of files) {
      const script = document.createElement('script')
      script.src = src
      // In the order of the page.
      script.async = false
      document.head.append(script)
    }
  }, [files])
  return null
}
