import type { Metadata } from 'next'
import { presentedLink } from '@/app/_desk/one-time-links'
import { store } from '@/app/store'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'
import { ChoosePassword } from '@/components/desk/authentication/choose-password'
import { hasUsers } from '@/db/accounts/users'

export const metadata: Metadata = { title: 'The first account' }

interface Props {
  params: Promise<{ token: string }>
}

export default async function SetupPage({ params }: Props) {
  const presented = await presentedLink('setup', params)
  if (!presented || (await hasUsers(await store()))) {
    return (
      <AuthenticationPage
        title="This link does not work any more"
        about="It was used, or the server has started again since."
      >
        <p>
          <a href="/admin/sign-in">Sign in</a>
        </p>
      </AuthenticationPage>
    )
  }
  return (
    <AuthenticationPage
      title="The first account"
      about="It is an admin’s: it invites colleagues, and it can do everything else here too."
    >
      <ChoosePassword kind="setup" secret={presented.secret} email="" name="" />
    </AuthenticationPage>
  )
}
