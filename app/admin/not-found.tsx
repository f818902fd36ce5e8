import type { Metadata } from 'next'
import { Door } from '@/components/desk/authentication/door'

export const metadata: Metadata = { title: 'Nothing stands here' }

export default function NotFound() {
  return (
    <Door title="Nothing stands here" about="The address is wrong, or what stood here was taken away.">
      <p>
        <a href="/admin/articles">All stories</a>
      </p>
    </Door>
  )
}
