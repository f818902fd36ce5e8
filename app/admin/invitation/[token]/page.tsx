import type { Metadata } from 'next'
import { deskNow } from '@/app/desk-route'
import { store } from '@/app/store'
import { ChoosePassword } from '@/components/desk/entrance/choose-password'
import { Door } from '@/components/desk/entrance/door'
import { openLink } from '@/db/one-time-links'
import { siteSettings } from '@/db/site'

export const metadata: Metadata = { title: 'Join' }

interface Props {
  params: Promise<{ token: string }>
}

export default async function InvitationPage({ params }: Props) {
  const { token: secret } = await params
  const db = await store()
  const link = await openLink(db, { kind: 'invitation', secret, now: deskNow() })
  if (!link) {
    const about = 'It was used, taken back, or is older than seven days. Ask whoever invited you for a new one.'
    return <Door title="This link does not work any more" about={about} />
  }
  const { answer: paper } = await siteSettings(db)
  const about = `${link.createdBy} invites you as ${link.role === 'contributor' ? 'a' : 'an'} ${link.role}. You will sign in with ${link.email}.`
  return (
    <Door title={`Write for ${paper.name}`} about={about}>
      <ChoosePassword kind="invitation" secret={secret} email={link.email} name={link.name} />
    </Door>
  )
}
