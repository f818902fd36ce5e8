import type { Metadata } from 'next'
import { deskNow } from '@/app/desk-route'
import { store } from '@/app/store'
import { ChoosePassword } from '@/components/desk/entrance/choose-password'
import { Door } from '@/components/desk/entrance/door'
import { openLink } from '@/db/one-time-links'

export const metadata: Metadata = { title: 'Choose another password' }

interface Props {
  params: Promise<{ token: string }>
}

export default async function ResetPage({ params }: Props) {
  const { token: secret } = await params
  const link = await openLink(await store(), { kind: 'reset', secret, now: deskNow() })
  if (!link) {
    const about = 'It was used, replaced by a newer one, or is older than an hour. Ask for a new one.'
    return <Door title="This link does not work any more" about={about} />
  }
  const about = `For ${link.name}, ${link.email}. It ends every session, on this device and on others.`
  return (
    <Door title="Choose another password" about={about}>
      <ChoosePassword kind="reset" secret={secret} email={link.email} name={link.name} />
    </Door>
  )
}
