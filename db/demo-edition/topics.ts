/** The topics of the demo edition. */
export const demoTopics: { slug: string; name: string; description: string }[] = [
  { slug: 'harbour', name: 'The harbour', description: 'Docks, dredging, ferries and the working water.' },
  { slug: 'trams', name: 'Trams', description: 'Line 4, the depot and everything on rails.' },
  { slug: 'housing-costs', name: 'Housing costs', description: 'Rents, repairs and new roofs.' },
  { slug: 'city-budget', name: 'City budget', description: 'What the council raises and where it goes.' },
  { slug: 'climate', name: 'Climate', description: 'Weather, water and the long view.' },
  { slug: 'energy', name: 'Energy', description: 'Wind, heat and the bill.' },
  { slug: 'diplomacy', name: 'Diplomacy', description: 'States and how they speak to each other.' },
  { slug: 'war-and-peace', name: 'War and peace', description: 'Conflicts, ceasefires and the votes about them.' },
  { slug: 'shipping', name: 'Shipping', description: 'Routes, bridges, straits and cargo.' },
  { slug: 'elections', name: 'Elections', description: 'Ballots, debates and counts.' },
  { slug: 'health', name: 'Health', description: 'Wards, surgeries and well-being.' },
  { slug: 'schools', name: 'Schools', description: 'Classrooms, teachers and what is taught.' },
  { slug: 'nature', name: 'Nature', description: 'Birds, tides and what grows between the tracks.' },
  { slug: 'space', name: 'Space', description: 'What passes overhead.' },
  { slug: 'theatre', name: 'Theatre', description: 'First nights and long runs.' },
  { slug: 'football', name: 'Football', description: 'Port Linnet Rovers and their rivals.' },
]
