'use client'

import { KeysDialog } from '@/components/desk/editor/keys-dialog'
import { BringOutQuestion, CorrectQuestion } from './questions/bring-out'
import { HandOverQuestion } from './questions/hand-over'
import { DiscardQuestion, ReaddressQuestion, UnscheduleQuestion } from './questions/plain'
import { PublishQuestion } from './questions/publish'
import { ScheduleQuestion } from './questions/schedule'
import { EmbargoQuestion, EndQuestion } from './questions/timed'
import { TranslationQuestion } from './questions/translation'
import { WithdrawQuestion } from './questions/withdraw'
import { useRoom, useRoomState } from './room-context'

/** The question that stands open, if any. */
export function Asking() {
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
