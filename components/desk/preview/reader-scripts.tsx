'use client'

import { useEffect } from 'react'

/** Runs the scripts of a reader's page once the framework is done with it, which it never is on a real one. */
export function ReaderScripts({ files }: { files: string[] }) {
  useEffect(() => {
    for (const src of files) {
      const script = document.createElement('script')
      script.src = src
      // In the order in which a page has them.
      script.async = false
      document.head.append(script)
    }
  }, [files])
  return null
}
