'use client'

import { useEffect, useState } from 'react'
import { PictureFileButton } from '@/components/desk/picture/picture-file-button'
import styles from './library.module.css'
import { filesIn, holdsFiles } from './picture-files'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

/** Takes pictures that are dropped anywhere on the page, pasted, or chosen, many at once. */
export function UploadArea() {
  const { uploads, add, again, isBusy } = useUploads()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      if (!holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      add(filesIn(event.dataTransfer))
    }
    const paste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData)
      if (!files.length) return
      event.preventDefault()
      add(files)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [add])
  useEffect(() => {
    if (!isBusy) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isBusy])
  return (
    <section className={styles.uploads} aria-label="Add pictures" data-over={isOver || undefined}>
      <p className={styles.invitation}>
        <PictureFileButton look="main" accept="image/*,.heic,.heif" multiple onFiles={add}>
          Add pictures
        </PictureFileButton>
        <span>
          or drop them anywhere on this page, or paste one. JPEG, PNG, WebP, AVIF, GIF or TIFF, 50 MB at most.
        </span>
      </p>
      <UploadList uploads={uploads} onCopy={(upload) => void again(upload, true)} />
    </section>
  )
}
