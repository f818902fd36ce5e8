import { PreviewEnded } from '@/components/desk/preview/preview-ended'

export default function DeskPreviewNotFound() {
  return (
    <PreviewEnded>
      There is no such story, or you may not see it. If you were signed out meanwhile, sign in again at the desk.
    </PreviewEnded>
  )
}
