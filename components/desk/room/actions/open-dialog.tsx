'use client'

import { ShortcutsDialog } from '@/components/desk/editor/keyboard/shortcuts-dialog'
import { useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { ChangeAddressDialog } from './dialogs/change-address-dialog'
import { DiscardChangesDialog } from './dialogs/discard-changes-dialog'
import { EmbargoDialog } from './dialogs/embargo-dialog'
import { EndDateDialog } from './dialogs/end-date-dialog'
import { CorrectionDialog, PublishChangesDialog } from './dialogs/publish-changes-dialog'
import { PublishDialog } from './dialogs/publish-dialog'
import { ReviewDialog } from './dialogs/review-dialog'
import { ScheduleDialog } from './dialogs/schedule-dialog'
import { TranslationDialog } from './dialogs/translation-dialog'
import { UnscheduleDialog } from './dialogs/unschedule-dialog'
import { WithdrawDialog } from './dialogs/withdraw-dialog'

/** The dialog that is open, if any. */
export function OpenDialog() {
  const session = useSession()
  const asking = useSessionState((session) => session.dialog)
  switch (asking) {
    case null:
      return null
    case 'publish':
      return <PublishDialog />
    case 'schedule':
      return <ScheduleDialog />
    case 'unschedule':
      return <UnscheduleDialog />
    case 'embargo':
      return <EmbargoDialog />
    case 'end':
      return <EndDateDialog />
    case 'publish-changes':
      return <PublishChangesDialog />
    case 'correct':
      return <CorrectionDialog />
    case 'discard':
      return <DiscardChangesDialog />
    case 'readdress':
      return <ChangeAddressDialog />
    case 'withdraw':
      return <WithdrawDialog />
    case 'submit':
      return <ReviewDialog to="review" />
    case 'return':
      return <ReviewDialog to="writer" />
    case 'take-back':
      return <ReviewDialog to="draft" />
    case 'translation':
      return <TranslationDialog />
    case 'shortcuts':
      return <ShortcutsDialog onClose={() => session.showDialog(null)} />
  }
}
