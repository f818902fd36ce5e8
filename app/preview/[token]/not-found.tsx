import { PreviewEnded } from '@/components/desk/preview/preview-ended'

export default function SharedPreviewNotFound() {
  return (
    <PreviewEnded>
      This link shows nothing, or nothing any more: links to a preview end after a while, and the desk can take them
      back. Ask whoever sent it for a new one.
    </PreviewEnded>
  )
}
