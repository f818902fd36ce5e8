'use client'

import { type ComponentProps, useRef } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'

interface Props extends ComponentProps<typeof Button> {
  /** Called with what was chosen, in the order of the browser; never with nothing. */
  onFiles: (files: File[]) => void
  /** Kinds of files, as of an input; any picture by default. */
  accept?: string
  multiple?: boolean
}

/** A button that asks for picture files. The input behind it is for the browser alone. */
export function PictureFileButton({ onFiles, accept = 'image/*', multiple = false, children, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        className="visually-hidden"
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // The same file may be chosen again after a failure.
          target.value = ''
          if (files.length) onFiles(files)
        }}
      />
      <Button {...rest} onClick={() => input.current?.click()}>
        {rest.busy ? 'Uploading …' : children}
      </Button>
    </>
  )
}
