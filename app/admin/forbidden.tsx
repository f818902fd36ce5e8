import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'

/** For whoever is signed in and asks for what others look after. */
export default function Forbidden() {
  return (
    <AuthenticationPage title="This is not open to your role" about="An admin can change what you may do here.">
      <p>
        <a href="/admin/articles">To the stories</a>
      </p>
    </AuthenticationPage>
  )
}
