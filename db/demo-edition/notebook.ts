import {
  alsoRead,
  alsoReadElsewhere,
  type DemoStory,
  divider,
  embed,
  factBox,
  gallery,
  h2,
  h3,
  image,
  ol,
  p,
  pullQuote,
  quote,
  relatedNews,
  table,
  ul,
} from '@/db/demo-edition/writing'

/** Reporters' notebooks: one story with every element there is, one withdrawn, one scheduled, and those that link to them. */
export const notebookStories: DemoStory[] = [
  {
    key: 'ferry-day',
    headline: 'Sixty-two crossings: a day on the Orle ferry',
    kicker: 'On board',
    standfirst:
      'The Dunlin was meant to serve for five years. Forty-one years later she still crosses the mouth of the river all day, and in the evening she shows a film.',
    section: 'transport',
    topics: ['harbour', 'shipping'],
    bylines: ['mirela-osei'],
    dateline: 'Port Linnet',
    kind: 'feature',
    language: 'en',
    picture: 'ferry',
    published: { hoursAgo: 7 },
    updated: { hoursAgo: 3 },
    body: [
      p(
        'At a quarter past six in the morning the **Dunlin** is the only thing on the river with its lights on. Her engineer, Halloran Voss, has been aboard for an hour, listening. “You can read a gauge,” he says, “but she tells you first.” The fishermen call her _the old lady_, the timetable calls her `PLF 2`, and the 610 people who will cross before eight o’clock call her nothing at all. They look at their telephones and step over the sill without seeing it.',
      ),
      p(
        'She goes between Harbour Pier and Sallow Point, 1,140 metres of tide and traffic, sixty-two times on a working day. She was built at the Orle Yard, in the last good years that are told in [our history of the harbour](story:harbour-history), to fill in while the city made up its mind about a bridge at the mouth. It has not finished thinking. Like every vessel out here, from the dredger to a dinghy, she keeps to the [collision regulations](https://en.wikipedia.org/wiki/International_Regulations_for_Preventing_Collisions_at_Sea), which her skipper can recite and occasionally does.',
      ),
      h2('The first boat'),
      p(
        'The skipper on the early turn is Beatrix Amadi, 44, who came to the ferry from deep-sea tugs and expected to be bored. What she found was a crossing that is never the same twice. On the ebb she points the bow so far upstream that strangers think she has missed. On the flood she lets the river do the work. In fog she slows to four knots and the deckhand, Jory Pell, goes forward with a bell that is older than either of them.',
      ),
      image(
        'lifting-bridge',
        'Lowgate Bridge, upstream. When it lifts, the ferry knows what is coming down before the radar does.',
      ),
      h3('Who is on it'),
      p('Pell counts them with a clicker as they board. After nine years he can do it by the sound of the ramp:'),
      ul(
        'nurses for the Infirmary on the 6.19 and again, going the other way, on the 7.21;',
        'shipyard apprentices, who sit on the bicycle rack because they have been told not to;',
        'school parties from ten o’clock, in yellow vests and in full voice;',
        'a dachshund named Marshal, who crosses with the postman and is counted as a parcel.',
      ),
      alsoRead('tide-tables'),
      p(
        'The ferry loses money, though less than it did. The city pays 2.10 crowns of every fare and the passenger pays 1.80. Each winter somebody on the council asks whether a bus over Lowgate Bridge would not be cheaper. It would. It would also take twenty-six minutes, or forty when the span is up.',
      ),
      table(
        'One working day on the Dunlin, counted on board',
        ['Hours', 'Crossings', 'Passengers', 'Bicycles'],
        ['6.19–9.00', '13', '914', '203'],
        ['9.00–15.00', '24', '655', '71'],
        ['15.00–19.00', '17', '1,020', '188'],
        ['19.00–22.30', '8', '241', '36'],
      ),
      quote(
        'I could drive. I have a car. But this is eleven minutes in which nobody can ask me for anything, and the city pays half.',
        'Ottilie Brandt, ward sister, on the 7.21',
      ),
      p(
        'By mid-morning the river has filled. The dredger has come down to the bend and a coaster is waiting for the tide. On the screen in the wheelhouse each is a small green triangle with a name. The ferry’s own position goes out every ten seconds as open data under the address `orle/dunlin/position`; last year a pupil at the technical school used it to build a clock that shows how late she is. It hangs in the crew room, and Amadi has grown fond of it.',
      ),
      gallery('The river between the first boat and the last', 'harbour-dredger', 'fish-auction', 'terns'),
      h2('What eleven minutes are made of'),
      p('Every crossing follows the same order, and the crew know it so well that they seldom speak:'),
      ol(
        'Ramp up, chain across, a hand raised to the wheelhouse.',
        'Astern for two lengths, until the stern is clear of the pier.',
        'A look upstream, a look downstream, and a call on channel 12.',
        'Across the channel at right angles, as the regulations have it.',
        'Half speed at the red buoy, dead slow at the piles, and the ramp.',
      ),
      factBox(
        'The Dunlin',
        'A small car ferry, launched at the Orle Yard and rebuilt twice. The funnel is taller than it need be; the first engine smoked.',
        [
          '31 metres long, 8.4 wide, drawing 1.9',
          'Licensed for 240 passengers, 40 bicycles and eight cars',
          'Two engines; one is enough on a calm day',
          'Crew of three, and a cat between October and March',
        ],
        'A battery boat to replace her has been promised in four of the last five city budgets.',
      ),
      pullQuote('You can read a gauge, but she tells you first.', 'Halloran Voss, engineer'),
      p(
        'Voss is the only man on the river who is not looking forward to the new boat. It will have no engine to listen to. He has been on the course and passed it with the best mark, and admits that the thing is clever. “It will tell an office,” he says. “The office will tell me.” Then he goes below to change a filter that is, by the book, good for another forty hours.',
      ),
      alsoReadElsewhere(
        'https://en.wikipedia.org/wiki/Ferry',
        'Ferry: a short history of boats that go back and forth (Wikipedia)',
      ),
      p(
        'The return of the commuters is noisier than their departure. Four of them play cards in the same corner every evening, for matches, and have done since the tram strike before last. On Thursdays a retired music teacher brings a concertina. No one has ever asked her to stop, she says, or to go on.',
      ),
      divider,
      p(
        'After seven the river belongs to couples and to children who ought to be in bed. Two winters ago Pell hung a sheet at the end of the saloon and borrowed a projector. The rule is that a film must be free to show and shorter than a crossing, and in practice that has meant a rabbit. The house is full on most nights. When the tide is strong and the _Dunlin_ arrives early, Amadi holds her off the piles until the end.',
      ),
      embed(
        'youtube',
        'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
        'Big Buck Bunny, a film under a Creative Commons licence, shown on the ferry’s evening crossing',
      ),
      p(
        'The last boat leaves Sallow Point at 22.19. Tonight it carries eleven people, two of them asleep, and a cello. Voss shuts down the port engine halfway over and lets the tide bring her in, as one might let a horse find its stable. Somebody applauds; it may be for the rabbit.',
      ),
      relatedNews('harbour-dredging', 'lifting-bridge', 'tram-line-4', 'harbour-insurance'),
      p(
        'By eleven the ramp is up and the pier is wet and empty. Pell reads the clicker into the log: 2,830, one below yesterday. He thinks about it, looks at the quay where the postman’s bicycle stands chained for the night, and adds the dachshund.',
      ),
    ],
  },
  {
    key: 'council-notebook',
    headline: 'Council notebook: the clock, the buns and the lady with the bell',
    kicker: 'Notebook',
    standfirst: 'What else was said in the seven hours before the vote that everybody had come for.',
    section: 'politics',
    topics: ['city-budget'],
    bylines: ['tom-achterberg'],
    dateline: 'Town Hall',
    kind: 'feature',
    language: 'en',
    picture: 'town-hall',
    published: { hoursAgo: 15 },
    body: [
      p(
        'The public gallery holds ninety. For [the vote on the budget](story:budget-vote) it held a hundred and twelve, by the count of the beadle, Mrs Inkpen, who is responsible for the number and for the brass bell that restores order. She rang it three times, which is not a record. What the hundred and twelve had not been told is that the budget was item 15, and that there were fourteen others.',
      ),
      p(
        'Item 14 was the clock. The one in the tower is four minutes fast, and has been for as long as anyone can remember. To put it right would cost 3,800 crowns, because the man who understands it lives two hundred kilometres away and does not take the train. Councillor Brightwell, of Lowgate, moved that it be left alone. Members now arrived on time, he said, and he saw no reason to discourage them.',
      ),
      p(
        'Councillor Ferris, a teacher of mathematics, asked whether meetings therefore also ended four minutes early, and whether allowances should be reduced accordingly. The chair ruled the question out of order, looked up at the clock and ruled that it was time for the interval.',
      ),
      h2('Over the tea urn'),
      p(
        'It is in the interval that things are decided. The buns this month come from Sorrel’s in Chandler Street, by a majority of the refreshments committee, on the strength of [the prize we reported](story:bakery-prize). One member for Alder Hill ate two and said that if the council could be proved by the same hands he would stand again. He was thought to be standing again anyway.',
      ),
      alsoRead('ward-boundaries'),
      p(
        'More was heard by the radiator. Two members who had not exchanged a word since the debate on parking were seen sharing a pencil over a map of the new wards, from which it may be concluded that both expect to lose. Asked about it, one said that they were doing the crossword. There is no crossword in the agenda.',
      ),
      quote(
        'A councillor may speak for five minutes. In thirty years I have known four who had something to say that took as long.',
        'Mrs Inkpen, beadle',
      ),
      p(
        'Before the interval the chamber had heard a deputation from the allotments at Sallow Point about a heron. It was the best speech of the night. Mr Abiodun Leck, who keeps leeks there, explained without notes how one bird, a model of patience, had eaten nineteen goldfish in front of witnesses. He did not want it moved. He wanted the city to stop advising people to dig ponds. He was given a round of applause and a working group.',
      ),
      relatedNews('rent-register', 'assembly-seat', 'school-meals'),
      p(
        'The sitting closed at eight minutes past one by the tower and four past by the telephone. The gallery was down to nine, one of them asleep. Mrs Inkpen put the bell in its bag and switched off the lights from left to right, government first.',
      ),
    ],
  },
  {
    key: 'museum-roof',
    headline: 'Slate by slate, the maritime museum comes out from under its tarpaulin',
    kicker: 'Museum',
    standfirst:
      'The dome over the great hall has leaked for eleven years. Six slaters, one forge and a disused quarry are putting an end to the buckets.',
    section: 'culture',
    topics: ['harbour', 'city-budget'],
    bylines: ['dev-anand-rao'],
    dateline: 'Port Linnet',
    kind: 'feature',
    language: 'en',
    picture: 'museum-roof',
    published: { hoursAgo: 51 },
    updated: { hoursAgo: 22 },
    corrections: [
      {
        note: 'An earlier version of this article said that the dome takes 32,400 slates. It takes 23,400; two digits had changed places in our notes.',
        corrected: { hoursAgo: 22 },
      },
    ],
    body: [
      p(
        'From inside, a slater is a sound: two taps, a pause, a scrape, two taps. It comes down twenty-two metres through the boards of the dome to a floor on which stand a lifeboat, a whaler and the state barge of a duke who was seasick. Until last month there was a second sound, of water falling into thirty-one buckets. The attendants say that they cannot get used to the quiet.',
      ),
      p(
        'The roof of the maritime museum was stripped by a January storm eleven years ago, on the side that faces the sea. Nobody was hurt. The rest was patched, a tarpaulin was drawn over the north of the dome for what was to be one season, and the city, which owns the building, began to discuss whose fault it was that it owned the building.',
      ),
      p(
        'The dome takes **23,400 slates**, laid in 118 rings. No two rings are cut alike, since each has to be narrower than the one below it. The work costs 6.2 million crowns, of which the city gave two and the region one and a half. The rest came from 11,000 people who each bought a slate, or the corner of one. Their names are on the undersides, in chalk. “They will be read by whoever does this next,” says the director, Leonie Abara. “I like that better than a wall of brass.”',
      ),
      alsoRead('market-hall'),
      h2('A quarry for one roof'),
      p(
        'The trouble was the colour. The old slate is a grey with green in it, from a quarry at Upper Orle that closed in 1953. Ruben Castellane, the museum’s conservator, tried eleven others against it, wet and dry, and disliked them all. Then he walked up to the quarry with a hammer. The face had never been worked out. It had merely become cheaper to buy from abroad.',
      ),
      pullQuote('A roof is the one exhibit we show to people who have not paid.', 'Ruben Castellane, conservator'),
      p(
        'The owner, who grazes sheep there, agreed to open it again for two summers. Getting the stone out was the smaller half of the matter: it has to be split by hand within weeks, while it is still damp from the hill, and hardly anybody in the region could do it. Marit Oyelaran, who runs the gang on the scaffold, learned from a man of eighty-eight over a winter of Saturdays. She has since taught five.',
      ),
      p(
        'There have been losses. A café under the lantern was struck out of the plans with the last increase in the price of scaffolding. The swifts that nested behind the tarpaulin have been given boxes on the north side, which they have so far ignored. And the iron ribs, when they were bared, proved thinner than anyone had hoped; nineteen were replaced at the Orle Yard, by apprentices, to drawings from 1884.',
      ),
      relatedNews('shipyard-order', 'printing-press', 'terraces-retrofit'),
      p(
        'On the afternoon I went up, Oyelaran was cutting for the ninety-fourth ring. She holds each piece to her ear and knocks on it; a good one rings, a bad one coughs. The bad ones go into a heap for the museum shop. Below us the harbour was the grey of the new slates, exactly, and then the sun came out and it was not.',
      ),
    ],
  },
  {
    key: 'tide-tables',
    headline: 'How to predict the sea a year ahead, and be wrong by half a metre',
    kicker: 'Explainer',
    standfirst:
      'Port Linnet’s tide table is a small green book with 1,411 times in it. Every one of them is the sum of thirty-seven clocks.',
    section: 'science',
    topics: ['harbour', 'nature', 'climate'],
    bylines: ['sabine-ferreira'],
    dateline: 'Port Linnet',
    kind: 'explainer',
    language: 'en',
    picture: 'tide-chart',
    published: { hoursAgo: 640 },
    body: [
      p(
        'In the chandler’s on Custom House Quay the book lies next to the till, between the matches and the shackles. It costs four crowns and looks like a railway timetable, which is more or less what it is. It says when the water will be high and when it will be low, and how far it will rise, on every day of next year. It has never asked the weather.',
      ),
      p(
        'That is the remarkable part. Nobody can say whether it will rain here on Saturday week, yet anyone with the book can say that the quay steps will be wet at 14.26 on a given afternoon in November. The air has no memory. The tide has almost nothing else.',
      ),
      h2('Thirty-seven clocks'),
      p(
        'The moon pulls at the sea and so does the sun, and if both moved in perfect circles over the equator two sums would be enough. They do not. The moon’s path is tilted and oval, and its distance from us changes through the month; so does the sun’s, through the year. In the 19th century it was found that this unruly pull can be taken apart into a set of regular ones, each rising and falling like a clock with its own speed.',
      ),
      table(
        'The four largest of the clocks at Port Linnet',
        ['Name', 'Caused by', 'Period in hours', 'Share in metres'],
        ['`M2`', 'The moon overhead', '12.42', '1.31'],
        ['`S2`', 'The sun overhead', '12.00', '0.44'],
        ['`N2`', 'The moon’s changing distance', '12.66', '0.26'],
        ['`K1`', 'The tilt of both paths', '23.93', '0.11'],
      ),
      p(
        'When `M2` and `S2` strike together, at new and full moon, the tides are large: springs. A week later they strike against each other and the tides are small: neaps. Thirty-three more are smaller. Some are born in the estuary, where the wave drags its feet over the bar and grows steeper in front than behind, which is why the flood here takes five hours and the ebb more than seven.',
      ),
      alsoRead('tide-gauge'),
      h2('From the pole to the book'),
      p(
        'How much of each clock a harbour gets cannot be worked out from the sky. It has to be measured. The gauge on Custom House Quay has been doing so, with two gaps, since 1896; a year of its record is enough for a fair table and nineteen years for a good one, since that is roughly how long the moon takes to repeat itself. Once the shares are known the rest is addition. It used to be done by a brass machine with wheels and a single wire. A telephone now needs less than a second.',
      ),
      alsoReadElsewhere('https://www.psmsl.org/', 'Permanent Service for Mean Sea Level: tide gauge data'),
      p(
        'And then the wind gets up. The table assumes average weather, and the sea feels both wind and the weight of the air. A fall of ten hectopascals lifts the water by about ten centimetres; a day of gales from the north-west can pile thirty more against the breakwater. In last winter’s storm the water stood 58 centimetres above the book, and came twenty minutes early.',
      ),
      p(
        'There is a slower error. The level from which the table counts was fixed in 1962, and the mean sea at the quay has risen by some 16 centimetres since. Nothing in the thirty-seven clocks knows about that. It has to be put in by hand, by a person at the harbour office, who does it every ten years with what I am told is a certain reluctance.',
      ),
      relatedNews('seagrass', 'harbour-dredging', 'comet-visible'),
      p(
        'The pilots keep the book in a breast pocket and look over the side as well. “It tells you what the moon wants,” says Hanne Sorby, who has been bringing ships in for twenty-one years. “The river has not always been informed.”',
      ),
    ],
  },
  {
    key: 'bakery-prize',
    headline: 'Chandler Street bakery wins national prize for its rye',
    kicker: 'Food and trade',
    standfirst: 'Sorrel’s, which has baked in the same oven since 1949, is said to have beaten 212 others.',
    section: 'business',
    topics: [],
    bylines: [{ name: 'Business desk' }],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: 'bakery',
    published: { hoursAgo: 58 },
    withdrawn: {
      reason:
        'This article reported that a bakery in Chandler Street had won a national prize. The organisers have told us that no prize was awarded this year. We relied on a letter that was not from them and did not ring to ask. The bakery, which received the same letter, is not at fault. We apologise to the Sorrel family and to our readers.',
      when: { hoursAgo: 10 },
    },
    body: [
      p(
        'Sorrel’s bakery in Chandler Street has won the gold medal of the national guild for its dark rye, the family said on the evening the letter came. According to the letter, 212 bakeries had sent in loaves and a jury of nine had tasted them without knowing whose they were.',
      ),
      p(
        'Edda Sorrel, 61, the third of her family to run the shop, said she had entered because her apprentice filled in the form. The recipe was her grandmother’s, with one change: a longer rest in the cold, which she began when the price of gas went up and kept because it tasted better.',
      ),
      alsoRead('flour-price'),
      p(
        'The shop sold out before eight the next morning. There will be more rye this week, Ms Sorrel said, but not much more. The oven takes ninety loaves and she does not mean to buy another.',
      ),
    ],
  },
  {
    key: 'night-tram-plan',
    headline: 'Trams to run all night at weekends from the spring, under city plan',
    kicker: 'Night trams',
    standfirst:
      'Line 4 would get a tram every half-hour between one and five. The trial will last six months and cost 740,000 crowns.',
    section: 'transport',
    topics: ['trams', 'city-budget'],
    bylines: ['mirela-osei', 'tom-achterberg'],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: 'night-tram',
    published: { daysAhead: 3 },
    body: [
      p(
        'Trams will run through the night on Fridays and Saturdays if the council agrees to a plan that the transport department has put before it. From the first weekend of spring, Line 4 would leave Alder Hill and Harbour Pier every thirty minutes between one and five in the morning. The old line kept such hours too, but only on auction days, and only for fish.',
      ),
      p(
        'The trial is to last six months. The department puts its cost at 740,000 crowns, most of it wages, and expects fares to bring back a fifth of that. It asks for the rest from the reserve that was left after last winter’s mild weather cut the bill for clearing snow.',
      ),
      alsoRead('tram-line-4'),
      p(
        'Nobody knows how many people would ride. A survey at the last trams of the evening found that four passengers in ten were going to work, not home: cleaners, bakers, porters and the early shift at the fish auction. The department’s planner, Yusuf Okonedo-Lund, said that this had changed the timetable. “We began by thinking about the theatres,” he said. “We ended by thinking about half past four.”',
      ),
      p(
        'The Tramway Workers’ Association has agreed to the shifts on condition that nobody is made to take them, that two people travel in every tram, and that the depot first fills ten of its nineteen empty posts. Residents along Ropewalk Lane, where the track curves under bedroom windows, are less content. The city has promised to grind the rails there first, and to measure.',
      ),
      relatedNews('tram-strike-averted', 'theatre-first-night', 'fish-auction'),
      p(
        'Should the trial succeed, the department wants to add Thursdays. Should it fail, Mr Okonedo-Lund said, the city will at least know what it is like to be awake.',
      ),
    ],
  },
  {
    key: 'week-ahead',
    headline: 'The week ahead: a swing span, a choir in search of basses and a late tram',
    kicker: 'Diary',
    standfirst: 'Seven days in Port Linnet, from the desk that has to be there.',
    section: 'city',
    topics: ['harbour', 'trams'],
    bylines: [{ name: 'City desk' }],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 13 },
    body: [
      p(
        'It is a week for looking up: there are slaters on the museum, terns on the breakwater and, if the cloud allows, something with a tail above the western hills. Here is what is in the book. Times are those we were given, and some of them will change.',
      ),
      h2('Monday and Tuesday'),
      p(
        'The week opens with bread. Sorrel’s in Chandler Street, whose rye [won a medal](story:bakery-prize), will bake twice on Monday and asks customers to bring their own bags. On Tuesday at ten the licensing panel meets in the small chamber to consider whether a barge moored at the Old Mole is a restaurant, a boat or, as its owner argues, a raft.',
      ),
      alsoRead('night-tram-plan'),
      p(
        'Also on Tuesday, between one and three in the afternoon, Lowgate Bridge will be lifted and lowered eleven times without a ship in sight. It is a test of the new brakes. Trams will turn back on either side; drivers should allow forty minutes, or take the ferry.',
      ),
      h2('Midweek'),
      p(
        'The transport committee sits on Wednesday at six. On its agenda is [a plan for trams at night](story:night-tram-plan), with a paper of forty pages that members received on Friday. The public may speak for three minutes each; names must reach the clerk by noon.',
      ),
      relatedNews('bakery-prize', 'night-tram-plan'),
      p(
        'On Thursday the boundary commission comes to the library to hear what people think about the new wards. Those who would rather sing can go next door, where a choir is listening to anyone who can hold a low note and turn up on Thursdays.',
      ),
      ul(
        '**Wednesday, 7.30pm:** second night at the theatre; returns from six.',
        '**Thursday, all day:** no water in Tanner Street and the even side of Oyster Street.',
        '**Thursday, 8pm:** the astronomers open the dome on the hill, clear sky or not. There is soup.',
      ),
      relatedNews('bakery-prize', 'choir-audition', 'library-hours'),
      h2('The weekend'),
      p(
        'Saturday belongs to the Ropewalk, where the gates open at half past one and the trams from the centre will be full by one. On Sunday the rowers have the lake from eight. Anyone who wants neither can walk out to the end of the breakwater at low water, 11.08, and count the boats coming home.',
      ),
    ],
  },
]
