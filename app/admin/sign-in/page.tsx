import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentEditor } from '@/app/_desk/editor'
import { hasMail } from '@/app/_desk/mail'
import { store } from '@/app/store'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'
import { SignIn } from '@/components/desk/authentication/sign-in'
import { hasUsers } from '@/db/accounts/users'
import { safeReturnTo } from '@/lib/desk/account/safe-return-to'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{ to?: string | string[]; changed?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const { to, changed } = await searchParams
  const inside = safeReturnTo(typeof to === 'string' ? to : null)
  if (await currentEditor()) redirect(inside)
  if (!(await hasUsers(await store()))) return <NobodyYet />
  const about = changed === 'password' ? 'Your password is changed, and every session has ended.' : undefined
  return (
    <AuthenticationPage title="Sign in" about={about}>
      <SignIn to={inside} hasMail={hasMail()} />
    </AuthenticationPage>
  )
}

function NobodyYet() {
  return (
    <AuthenticationPage
      title="Nobody has an account yet"
      about="The server printed a link when it started. It makes the first admin, once. Start the server again for a new one."
    />
  )
}
