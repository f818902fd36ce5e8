import type { Metadata } from 'next'
import { presentedLink } from '@/app/_desk/one-time-links'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'
import { ChoosePassword } from '@/components/desk/authentication/choose-password'

export const metadata: Metadata = { title: 'Choose another password' }

interface Props {
  params: Promise<{ token: string }>
}

export default async function ResetPage({ params }: Props) {
  const presented = await presentedLink('reset', params)
  if (!presented) {
    const about = 'It was used, replaced by a newer one, or is older than an hour. Ask for a new one.'
    return <AuthenticationPage title="This link does not work any more" about={about} />
  }
  const { secret, link } = presented
  const about = `For ${link.name}, ${link.email}. It ends every session, on this device and on others.`
  return (
    <AuthenticationPage title="Choose another password" about={about}>
      <ChoosePassword kind="reset" secret={secret} email={link.email} name={link.name} />
    </AuthenticationPage>
  )
}
