interface Props {
  label: string
  /** The parameter of the address. */
  name: string
  /** Its slug; empty for none. */
  chosen: string
  choices: readonly { slug: string; name: string }[]
}

/** One of the things that a search can be narrowed to. Nothing where there is nothing to choose. */
export function SubjectField({ label, name, chosen, choices }: Props) {
  const isKnown = chosen === '' || choices.some(({ slug }) => slug === chosen)
  const all = isKnown ? choices : [...choices, { slug: chosen, name: chosen }]
  if (!all.length) return null
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen}>
        <option value="">All</option>
        {all.map((choice) => (
          <option key={choice.slug} value={choice.slug}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}
