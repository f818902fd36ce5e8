import { PreviewEnded } from '@/components/desk/preview/preview-ended'

export default function StandingPagePreviewNotFound() {
  return (
    <PreviewEnded>
      There is no such page, or you may not see it. If you were signed out meanwhile, sign in again at the desk.
    </PreviewEnded>
  )
}
