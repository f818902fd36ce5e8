import { Door } from '@/components/desk/authentication/door'

/** For whoever is signed in and asks for what others look after. */
export default function Forbidden() {
  return (
    <Door title="This is not open to your role" about="An admin can change what you may do here.">
      <p>
        <a href="/admin/articles">To the stories</a>
      </p>
    </Door>
  )
}
