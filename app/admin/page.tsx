import { redirect } from 'next/navigation'

/** The desk opens on its stories. */
export default function DeskPage() {
  redirect('/admin/articles')
}
