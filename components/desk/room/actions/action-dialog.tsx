'use client'

import { KeysDialog } from '@/components/desk/editor/keys-dialog'
import { useRoom, useRoomState } from '@/components/desk/room/session/session-context'
import { BringOutQuestion, CorrectQuestion } from './dialogs/bring-out'
import { HandOverQuestion } from './dialogs/hand-over'
import { DiscardQuestion, ReaddressQuestion, UnscheduleQuestion } from './dialogs/plain'
import { PublishQuestion } from './dialogs/publish'
import { ScheduleQuestion } from './dialogs/schedule'
import { EmbargoQuestion, EndQuestion } from './dialogs/timed'
import { TranslationQuestion } from './dialogs/translation'
import { WithdrawQuestion } from './dialogs/withdraw'

/** The question that stands open, if any. */
export function ActionDialog() {
  const room = useRoom()
  const asking = useRoomState((room) => room.asking)
  switch (asking) {
    case null:
      return null
    case 'publish':
      return <PublishQuestion />
    case 'schedule':
      return <ScheduleQuestion />
    case 'unschedule':
      return <UnscheduleQuestion />
    case 'embargo':
      return <EmbargoQuestion />
    case 'end':
      return <EndQuestion />
    case 'bring-out':
      return <BringOutQuestion />
    case 'correct':
      return <CorrectQuestion />
    case 'discard':
      return <DiscardQuestion />
    case 'readdress':
      return <ReaddressQuestion />
    case 'withdraw':
      return <WithdrawQuestion />
    case 'submit':
      return <HandOverQuestion to="review" />
    case 'return':
      return <HandOverQuestion to="writer" />
    case 'translation':
      return <TranslationQuestion />
    case 'shortcuts':
      return <KeysDialog onClose={() => room.ask(null)} />
  }
}
