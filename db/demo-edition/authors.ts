/** The people who write the demo edition; none of them exists. */
export const demoAuthors: { slug: string; name: string; role: string; bio: string }[] = [
  {
    slug: 'ines-varga',
    name: 'Ines Varga',
    role: 'World editor',
    bio: 'Ines Varga edits the world pages. She reads the agencies in four languages and trusts a date more than an adjective.',
  },
  {
    slug: 'tom-achterberg',
    name: 'Tom Achterberg',
    role: 'City hall correspondent',
    bio: 'Tom Achterberg has sat through every council meeting since 2014 and kept the minutes of the ones that had none.',
  },
  {
    slug: 'mirela-osei',
    name: 'Mirela Osei',
    role: 'Transport reporter',
    bio: 'Mirela Osei writes about trams, ferries and bridges, mostly from inside them.',
  },
  {
    slug: 'jonas-whitlock',
    name: 'Jonas Whitlock',
    role: 'Business editor',
    bio: 'Jonas Whitlock followed the shipyards down and is following them up again.',
  },
  {
    slug: 'sabine-ferreira',
    name: 'Sabine Ferreira',
    role: 'Science correspondent',
    bio: 'Sabine Ferreira trained as an oceanographer and still owns the boots.',
  },
  {
    slug: 'dev-anand-rao',
    name: 'Dev Anand Rao',
    role: 'Culture editor',
    bio: 'Dev Anand Rao reviews theatre, edits the books page and cooks for the office on Fridays.',
  },
  {
    slug: 'klara-nwosu',
    name: 'Klara Nwosu',
    role: 'Sports writer',
    bio: 'Klara Nwosu rowed for the city once and has written about it fairly ever since.',
  },
  {
    slug: 'peter-lindqvist',
    name: 'Peter Lindqvist',
    role: 'Columnist',
    bio: 'Peter Lindqvist has been wrong in print since 1998 and says so when he notices.',
  },
  {
    slug: 'amal-haddad',
    name: 'Amal Haddad',
    role: 'Contributor',
    bio: 'Amal Haddad writes in Arabic and English about cities, libraries and the people who keep them.',
  },
  {
    slug: 'rohini-kulkarni',
    name: 'Rohini Kulkarni',
    role: 'Contributor',
    bio: 'Rohini Kulkarni writes in Hindi and English about weather, work and the street.',
  },
]
