import {
  alsoRead,
  alsoReadElsewhere,
  type DemoStory,
  h2,
  image,
  p,
  pullQuote,
  quote,
  relatedNews,
  table,
} from '@/db/demo-edition/writing'

/** The yards, the shops, the markets and the money. */
export const businessStories: DemoStory[] = [
  {
    key: 'shipyard-order',
    headline: 'Orle Yard wins 148 million crown order for two island ferries',
    kicker: 'Orle Yard',
    standfirst:
      'The hybrid ships for Skerry Lines are the first passenger vessels to be built on the river since the Dunlin, thirty-six years ago. The yard will hire 155 people to do it.',
    section: 'business',
    topics: ['shipping', 'harbour'],
    bylines: ['jonas-whitlock'],
    dateline: 'Orle Yard',
    kind: 'news',
    language: 'en',
    picture: 'shipyard',
    published: { hoursAgo: 32 },
    updated: { hoursAgo: 29 },
    body: [
      p(
        'Orle Yard has signed a contract to build two double-ended car ferries for Skerry Lines, the company that serves the outer islands. It is worth 148 million crowns, the largest sum on a single piece of paper here since the yard’s last bankruptcy, and it fills the main slip for three years.',
      ),
      p(
        'The first steel will be cut in four months. Delivery is due in thirty months for the first ship and thirty-six for the second, with a penalty of 22,000 crowns for each day late. The yard, which employs 265 people and lives on repairs, tugs and the occasional fishing boat, will grow to 420.',
      ),
      p(
        'Both ferries are 86 metres long, for 64 cars and 390 passengers. They will cross on batteries of 4.8 megawatt-hours in calm weather and start a diesel when it is not calm, which on the island routes is about one day in four. The hull form came from a design office abroad. The batteries are bought in. Everything between the two is to be made on the river.',
      ),
      h2('The margin'),
      p(
        'Dagny Straker, the managing director, was asked at the signing whether the yard would make money on it. “On the second one,” she said. The price is understood to be about 6 per cent above the lowest of four bids. Skerry Lines, which is owned by the islands’ councils, was allowed to weigh delivery risk and the distance to a repair berth as well as price, and gave them a third of the marks.',
      ),
      p(
        'Risk is what sank the yard the last time. In the year of its bankruptcy it had a single ship on the slip, at a fixed price, while steel rose by 40 per cent. Under the new contract two-thirds of the steel is bought on signature, and the rest is tied to an index with a ceiling. The Regional Assembly’s bank guarantees the advance payments, for a fee of 1.1 per cent.',
      ),
      alsoRead('wind-lease'),
      p(
        'The other scarce material is people. At its height, fifty years ago, the yard had 4,100 of them. The average age of its welders today is 54. Ninety of the new places are apprenticeships, the biggest intake since the 1980s, and the technical college has reopened a plating shop that was last used as a set for a television series about a plating shop.',
      ),
      quote(
        'My grandfather was paid off from here, and so was my father. I have told my daughter she may come for the experience of it.',
        'Ewan Strand, plater',
      ),
      p(
        'The unions have agreed to two shifts and to a ban on overtime above eight hours a week, which is meant to keep the jobs from being done by fewer hands. They did not get the guarantee they wanted against agency labour in the last six months of fitting out, when yards everywhere fill up with subcontractors.',
      ),
      relatedNews('tram-line-4', 'ferry-day', 'harbour-insurance'),
      p(
        'Whether this is a recovery or an order will be seen when the slip is empty again. Ms Straker is bidding for a fisheries patrol ship, and for the foundations of offshore turbines, which need no engines, no cabins and no paint of any particular colour. “I would like to build ships,” she said. “I would very much like to be able to choose.”',
      ),
    ],
  },
  {
    key: 'fish-auction',
    headline: 'The last shout at the fish auction',
    kicker: 'Fish',
    standfirst:
      'Wilf Garrity has sold the morning’s catch by voice for thirty-eight years. When he puts down the hook next month, the clock on the wall will sell all of it.',
    section: 'business',
    topics: ['harbour', 'shipping'],
    bylines: ['jonas-whitlock'],
    dateline: 'Harbour Pier',
    kind: 'feature',
    language: 'en',
    picture: 'fish-auction',
    published: { hoursAgo: 270 },
    body: [
      p(
        'The clock is not a clock. It is a ring of a hundred lamps, two metres across, high on the north wall of the auction shed, and the light runs round it backwards. It starts above any sensible price and falls until somebody presses a button. At ten to six it begins with the whiting. It needs, on average, four seconds a box.',
      ),
      p(
        'Wilf Garrity needs seven. He stands at the other end of the shed on an upturned crate, with a boathook, among what the clock does not take: mixed boxes, odd sizes, a conger, a single enormous turbot that has been laid on ice by itself like a guest. “Twelve I have, twelve and a half, do not insult the fish, thirteen.” Six or seven buyers follow him along the row. The other thirty are looking at their telephones.',
      ),
      p(
        'He retires next month, at 66. The auction company will not replace him. From then on every fish landed at Port Linnet is to be sold by lamp, and anyone with an account and a deposit of 20,000 crowns can buy it, from a bench in the shed or a kitchen four hundred kilometres inland.',
      ),
      h2('Sixty-two per cent'),
      p(
        'The shed sold 9,100 tonnes last year, for 31 million crowns. Since the clock was connected to the outside world five years ago, buyers who are not in the room have come to take 62 per cent of the value. The average price is up by 14 per cent after inflation, and the spread between a good morning and a bad one has halved. Skippers, who complain about most things, do not complain about that.',
      ),
      table(
        'Ten years in the shed',
        ['', 'Ten years ago', 'Last year'],
        ['Tonnes sold', '11,600', '9,100'],
        ['Value, million crowns', '29', '31'],
        ['Buyers with an account', '58', '214'],
        ['Buyers in the room, usual morning', '49', '37'],
      ),
      p(
        'What has been lost is harder to put in a table, but the buyers try. Teresa Moll, who has three shops and a van, says that a voice told her things. “If Wilf slowed down, there was something wrong with the box. If he went fast, he liked it. The lamp goes at the same speed for everything.” She has started to come in half an hour earlier, to smell.',
      ),
      alsoRead('harbour-history'),
      p(
        'The company sees it differently. Shouting favoured those who knew the shouter, says its manager, Maud Kettler, and forty people who see each other every day of their lives do not always bid against each other. Nobody alleges anything. But in the first year of the lamp, the price of the best soles rose by a quarter in a single month, and there were no more of them and no fewer.',
      ),
      pullQuote('If Wilf slowed down, there was something wrong with the box.', 'Teresa Moll, fishmonger'),
      p(
        'Mr Garrity takes no offence. He learnt the trade from a man who had learnt it from another, and each of them thought the next one mumbled. He has a cupboard of notebooks, in which he wrote the first and last price of every morning, and he has given them to the marine laboratory. They run back further than the official series does and, for herring, do not agree with it.',
      ),
      image('ferry', 'A ferry passes the auction berth in the first hour of the day.'),
      p(
        'His complaint is with the buses. For years the porters came down to the pier on the first tram; since the quay washed out they have come by bicycle, or not. When Line 4 runs again he means to ride it down once as a passenger, sit in the warm and listen to somebody else being late. Then he will go home. He has never, he says, been much of a one for fish.',
      ),
    ],
  },
  {
    key: 'wind-lease',
    headline: 'The Linnet Bank is for rent. Who gets the wind?',
    kicker: 'Analysis',
    standfirst:
      'The Assembly is about to lease 118 square kilometres of sea for 42 turbines. The rent is small, the port fees are not, and the fishermen have read the annex.',
    section: 'business',
    topics: ['energy', 'climate', 'city-budget'],
    bylines: ['jonas-whitlock'],
    dateline: 'Port Linnet',
    kind: 'analysis',
    language: 'en',
    picture: 'wind-turbines',
    published: { hoursAgo: 14 },
    body: [
      p(
        'Twenty-two kilometres beyond the breakwater the sea is only thirty metres deep and the wind blows at nine metres a second in an average year. Within a few weeks the Regional Assembly will decide whether to lease this stretch, the Linnet Bank, to a consortium called Halcyon Bank Wind, for 35 years. The draft lease was published last week. It runs to 212 pages, and the interesting ones are at the back.',
      ),
      p(
        'On paper it is simple: 42 turbines of 15 megawatts each, 630 in all, enough on a windy night for the whole region and on a still one for nobody. Halcyon pays the Assembly 2.4 million crowns a year while it builds and 9.4 million thereafter, rising with prices. It carries the cost of building, 2.1 billion or so, and the risk. It sells to the grid at a price fixed by auction last year for the first fifteen years.',
      ),
      h2('The rent is not the money'),
      p(
        'For an owner of seabed, 9.4 million is about 15,000 crowns a megawatt, toward the lower end of what comparable leases have fetched. Those who drafted it do not dispute this. They took a lower rent in exchange for clause 31, under which the company must assemble, load and later service its turbines from Port Linnet, if the harbour can take the ships.',
      ),
      alsoRead('shipyard-order'),
      p(
        'That “if” explains a good deal of what is happening on the water. Installation vessels need ten metres under them. The [channel is being brought down](story:harbour-dredging) to 10.2. The Harbour Board expects 11 million crowns a year in dues and rents while the park is built, and about four million for the decades after, on quays that at present store road salt.',
      ),
      table(
        'Who would get what, a year, in million crowns',
        ['', 'While building (4 years)', 'Afterwards'],
        ['Assembly, rent', '2.4', '9.4'],
        ['Harbour Board, dues and quay rents', '11', '4'],
        ['Community fund', '0', '1.9'],
        ['Fishing fleet, compensation', '1.2', '0.3'],
      ),
      h2('The annex'),
      p(
        'The smallest line in that table has the most to say. Thirty-one boats trawl or set pots on the bank in a normal season. Annex G pays them for lost gear and for four years of lost ground. After that they may fish between the towers, in theory: the turbines stand 1.4 kilometres apart. In practice their insurers will not cover a trawl inside the park, and the annex does not mention insurers.',
      ),
      p(
        '“We are compensated for the four years when we can see the cranes,” said Ruaridh Penn, who speaks for the inshore boats. “The other thirty-one years they have filed under coexistence.” He does not want the lease refused. He wants the fund of 1.9 million, which is meant for village halls and playing fields, to stand behind a policy for boats until the market writes one. Halcyon says that it would not object.',
      ),
      p(
        'Naturalists are in an odd position. The bank is poor in seabirds in summer and rich in winter; the survey was made over one mild winter. Against that, a park closed to trawls is, by accident, a reserve, and there is evidence from elsewhere that cod do well in them. The laboratory has asked for two more winters and been given one.',
      ),
      relatedNews('assembly-seat', 'seagrass', 'undersea-cables'),
      h2('The bill'),
      p(
        'What will it do to the price of power? Not much that a household would notice, and anyone who promises otherwise should be asked for it in writing. The fixed price is 12 per cent below last year’s average on the wholesale market and above that of some years before. What changes is the spread: more hours in which power costs almost nothing, and a greater reward for those who can use it then.',
      ),
      p(
        'The choice before the Assembly is therefore less about wind than about terms. It can have the port clause and a thin rent, or a better rent and turbines that are put together in another country. Its coalition has a majority of one. The newest member, who will be sworn in next week, used to work nights, and told me that she had got as far as page 140.',
      ),
    ],
  },
  {
    key: 'flour-price',
    headline: 'Bakers put up the price of a loaf as flour rises by a sixth',
    kicker: 'Bread',
    standfirst: 'A 16-kilo sack of strong white flour costs 17.30 crowns, the most since records of it were kept.',
    section: 'business',
    topics: ['shipping', 'harbour'],
    bylines: ['jonas-whitlock'],
    dateline: 'Market Hall',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 36 },
    body: [
      p(
        'Most bakeries in the city will charge 3.60 crowns for a plain white loaf from next week, a fifth of a crown more than now, the bakers’ guild said. Members have held the price at 3.40 for fourteen months, while a 16-kilo sack of strong flour went from 14.80 crowns to 17.30.',
      ),
      p(
        'The rise has little to do with wheat, which costs about what it did two years ago. The region’s one large mill, at Upper Orle, shut a line for repairs in the winter, and the flour that replaces it comes by coaster. Ships that had to wait for the tide off the harbour added a day to each delivery, and a day costs 6,000 crowns.',
      ),
      alsoRead('harbour-dredging'),
      p(
        'Flour makes up about 22 per cent of what it costs to bake a loaf; wages are 41 and power 15. “People think bread is made of flour,” said Hedda Bruyn, who chairs the guild. “It is made of getting up.” The mill expects to run at full capacity in ten weeks. Asked whether loaves would then be cheaper again, Ms Bruyn said that she had been in the trade for thirty years and would be interested to see it.',
      ),
    ],
  },
  {
    key: 'harbour-insurance',
    headline: 'After Baltimore, insurers ask small ports about their bridges',
    kicker: 'Insurance',
    standfirst:
      'Underwriters have sent Port Linnet a questionnaire of 44 points on Lowgate Bridge. The Harbour Board’s premium is up by 18 per cent.',
    section: 'business',
    topics: ['shipping', 'harbour'],
    bylines: ['jonas-whitlock'],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { at: '2024-04-12T07:15:00Z' },
    body: [
      p(
        'The Harbour Board will pay 18 per cent more to insure itself from the first of May, it told members yesterday, and has been asked 44 questions about a bridge. The letter came from its underwriters nine days after the container ship _Dali_ struck a pier of the Francis Scott Key Bridge in Baltimore on 26 March and brought the main spans down. Six men who were repairing the roadway were killed.',
      ),
      alsoRead('baltimore-bridge'),
      p(
        'Port Linnet has nothing like it. Lowgate Bridge stands between granite walls, and the largest ship that passes it is 80 metres long, “which I was able to enter under question three”, said the treasurer, Hamish Orrell. But the policy covers the board’s liability when a pilot or a tug is at fault, and a loss of that kind is now being priced afresh everywhere.',
      ),
      p(
        'The premium goes from 610,000 crowns to 720,000. Part of the increase was due in any event: cover for cargo and hulls has become dearer since ships began to avoid the Red Sea, which keeps more of them at sea for longer. The board has agreed to fit timber and rubber fenders to both piers and to make a tug compulsory in a strong stream, for which the insurers have promised to take back four points.',
      ),
      alsoReadElsewhere(
        'https://www.ntsb.gov/investigations/Pages/DCA24MM031.aspx',
        'The American safety board’s investigation of the collision in Baltimore',
      ),
      p(
        'Dues for ships will not rise this year. The answers to the 44 questions, with drawings, run to 130 pages and have been posted, by registered mail, by road.',
      ),
    ],
  },
]
