import { Field } from '@/components/desk/field'
import { SLUG_MAX_LENGTH } from '@/lib/addresses/paths'
import { MAX_NAME_LENGTH } from '@/lib/desk/field-lengths'

interface Props {
  /** Undefined for a new thing. */
  value: string | undefined
  problem: string | undefined
}

/** The name of a section, a topic or an author. */
export function NameField({ value, problem }: Props) {
  return (
    <Field label="Name" problem={problem}>
      <input name="name" defaultValue={value} maxLength={MAX_NAME_LENGTH} autoComplete="off" />
    </Field>
  )
}

/** The last part of the address of a section, a topic or an author. */
export function AddressField({ value, problem }: Props) {
  const hint =
    value === undefined ? 'Leave it empty to make it from the name.' : 'The old address will lead to the new one.'
  return (
    <Field label="Address" hint={hint} problem={problem}>
      <input name="slug" defaultValue={value} maxLength={SLUG_MAX_LENGTH} autoComplete="off" />
    </Field>
  )
}
