import type { Metadata } from 'next'
import { presentedLink } from '@/app/_desk/one-time-links'
import { store } from '@/app/store'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'
import { ChoosePassword } from '@/components/desk/authentication/choose-password'
import { siteSettings } from '@/db/paper/site'

export const metadata: Metadata = { title: 'Join' }

interface Props {
  params: Promise<{ token: string }>
}

export default async function InvitationPage({ params }: Props) {
  const presented = await presentedLink('invitation', params)
  if (!presented) {
    const about = 'It was used, taken back, or is older than seven days. Ask whoever invited you for a new one.'
    return <AuthenticationPage title="This link does not work any more" about={about} />
  }
  const { secret, link } = presented
  const { value: paper } = await siteSettings(await store())
  const about = `${link.createdBy} invites you as ${link.role === 'contributor' ? 'a' : 'an'} ${link.role}. You will sign in with ${link.email}.`
  return (
    <AuthenticationPage title={`Write for ${paper.name}`} about={about}>
      <ChoosePassword kind="invitation" secret={secret} email={link.email} name={link.name} />
    </AuthenticationPage>
  )
}
