/**
 * The plain names of the authors for programs that do not follow the addresses in `article:author`. React moves them to
 * the end of the head, behind those.
 */
export function AuthorNames({ names }: { names: string[] }) {
  return [...names.entries()].map(([place, name]) => <meta key={place} name="author" content={name} />)
}
