import { notFound } from 'next/navigation'

/** An address below the desk that is nobody's; without this page it would be taken for a reader's. */
export default function NowherePage(): never {
  notFound()
}
