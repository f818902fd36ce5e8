/** The sections of the demo edition in the order of the masthead; `parent` names a section above. */
export const demoSections: { slug: string; name: string; description: string; parent?: string }[] = [
  { slug: 'city', name: 'City', description: 'Port Linnet, street by street.' },
  {
    slug: 'transport',
    name: 'Transport',
    description: 'Trams, ferries, bridges and the people who run them.',
    parent: 'city',
  },
  { slug: 'housing', name: 'Housing', description: 'Rents, roofs and who gets to live where.', parent: 'city' },
  { slug: 'world', name: 'World', description: 'What happens beyond the breakwater, and why it matters here.' },
  { slug: 'politics', name: 'Politics', description: 'The council, the regional assembly and the next election.' },
  { slug: 'business', name: 'Business', description: 'The yards, the shops, the markets and the money.' },
  { slug: 'science', name: 'Science', description: 'The sea, the sky and the laboratory on the hill.' },
  { slug: 'culture', name: 'Culture', description: 'Stage, page, screen and table.' },
  { slug: 'books', name: 'Books', description: 'Reviews, interviews and the shelf by the door.', parent: 'culture' },
  { slug: 'sport', name: 'Sport', description: 'From the Ropewalk ground to the rowing lake.' },
  { slug: 'opinion', name: 'Opinion', description: 'Argument from the paper and from its readers.' },
]
