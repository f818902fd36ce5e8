import { PreviewEnded } from '@/components/desk/preview/preview-ended'

export default function FrontPreviewNotFound() {
  return (
    <PreviewEnded>
      There is no such front, or you may not see it. If you were signed out meanwhile, sign in again at the desk.
    </PreviewEnded>
  )
}
