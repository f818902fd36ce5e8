import { Field } from '@/components/desk/field'

interface Props {
  /** Undefined for a new thing. */
  value: string | undefined
  problem: string | undefined
}

/** The name of a section, a topic or an author. */
export function NameField({ value, problem }: Props) {
  return (
    <Field label="Name" problem={problem}>
      <input name="name" defaultValue={value} maxLength={200} autoComplete="off" />
    </Field>
  )
}

/** The last part of the address of a section, a topic or an author. */
export function AddressField({ value, problem }: Props) {
  const hint =
    value === undefined ? 'Leave it empty to make it from the name.' : 'The old address will lead to the new one.'
  return (
    <Field label="Address" hint={hint} problem={problem}>
      <input name="slug" defaultValue={value} maxLength={80} autoComplete="off" />
    </Field>
  )
}
