import {
  alsoRead,
  type DemoStory,
  factBox,
  h2,
  h3,
  ol,
  p,
  quote,
  relatedNews,
  table,
  ul,
} from '@/db/demo-edition/writing'

/** Housing, schools and libraries. */
export const neighbourhoodStories: DemoStory[] = [
  {
    key: 'library-hours',
    headline: 'Libraries to open on Sundays and four evenings a week',
    kicker: 'Libraries',
    standfirst:
      'The central library and its five branches gain 78 hours a week from next month, the first increase since the cuts nine years ago.',
    section: 'city',
    topics: ['city-budget', 'schools'],
    bylines: ['tom-achterberg'],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: 'library-window',
    published: { hoursAgo: 15 },
    body: [
      p(
        'Every public library in Port Linnet will be open on Sunday afternoons and on four evenings a week from next month. Taken together, the central library and the five branches will keep their doors open for 251 hours a week instead of 173.',
      ),
      p(
        'The money, 620,000 crowns a year, was among the least disputed lines of the budget that the council passed this week; it drew two questions and a story about somebody’s grandmother. It pays for fourteen posts, most of them part-time, and for heating on the days when the buildings have stood cold.',
      ),
      table(
        'Opening hours a week',
        ['Library', 'Now', 'From next month'],
        ['Central', '44', '58'],
        ['Alder Hill', '28', '42'],
        ['Caulkers’ End', '21', '35'],
        ['Lowgate', '28', '38'],
        ['Northbank', '28', '42'],
        ['Ropewalk', '24', '36'],
        ['**All**', '**173**', '**251**'],
      ),
      p(
        'Caulkers’ End, which has been open for three days a week since the cuts of nine years ago, gains most. Its librarian, Priya Sandhu, has kept a count of people who tried the door while she was inside doing the returns: 2,217 last year. “You see them read the notice, look at the light on, and read the notice again,” she said. “I used to hide behind Geography.”',
      ),
      alsoRead('old-library'),
      p(
        'The evenings are meant above all for pupils. Head teachers told the council last year that a growing number of teenagers, in flats where three generations share two rooms, do their homework on buses. Each branch will set aside a quiet room from five to eight, with a member of staff who is not expected to teach but may be asked.',
      ),
      relatedNews('budget-vote', 'school-meals', 'bookshop-fifty'),
      p(
        'The council considered opening without staff, with a card and a camera, as other cities do, and found it would have saved 210,000 crowns. It was dropped after a trial in Lowgate in which nothing was stolen or broken. Visitors simply left, on average, after eleven minutes. With a librarian in the room they stayed for forty-eight.',
      ),
      p(
        'What has not come back is the mobile library, which was sold to a farmer near the upper Orle and now houses hens. The twelve stops it served will get a book locker each, by the end of the year, if sites can be agreed. Two parishes have asked for the bus instead.',
      ),
    ],
  },
  {
    key: 'rent-register',
    headline: 'One rent in nine rose by more than the law allows, new register shows',
    kicker: 'Rents',
    standfirst:
      'For the first time tenants can look up what the flat cost before they moved in. The figures for 34,900 homes went public this morning; 6,300 are still missing.',
    section: 'housing',
    topics: ['housing-costs'],
    bylines: ['tom-achterberg', 'jonas-whitlock'],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: 'terraces',
    published: { hoursAgo: 6 },
    updated: { hoursAgo: 3.5 },
    body: [
      p(
        'At one minute past six this morning the city put the rents of 34,900 homes on a public map. By seven the map had stopped answering. By eight it was back, and a good part of Port Linnet had done the same thing: looked up its own address, and then the neighbours’.',
      ),
      p(
        'The register shows that 3,870 of those tenancies, or one in nine, went up in the past year by more than the 4.2 per cent that the Rent Act permits. In Salt Quay and Caulkers’ End it was one in six. The city’s housing office, which has four inspectors, said it would write to every one of those landlords within a month.',
      ),
      p(
        'A letter is not a fine. An owner who can show that money was spent on the building may go above the cap, and the office expects that perhaps a third of the cases can be explained so. The rest will have to refund the difference, back to the day of the increase, or go to the rent tribunal, whose waiting time stands at seven months.',
      ),
      table(
        'What the register shows, by district',
        ['District', 'Homes filed', 'Median rent, two bedrooms', 'Above the cap'],
        ['Alder Hill', '7,900', '688', '620 (7.8%)'],
        ['Caulkers’ End', '4,300', '641', '690 (16.0%)'],
        ['Lowgate', '5,600', '934', '730 (13.0%)'],
        ['Northbank', '8,400', '702', '590 (7.0%)'],
        ['Ropewalk', '6,800', '812', '920 (13.5%)'],
        ['Salt Quay', '1,900', '1,046', '320 (16.8%)'],
      ),
      p(
        'Sunniva Holt, a night nurse, found that the previous tenant of her two rooms behind the Ropewalk ground had paid 690 crowns. She pays 835. “I had asked,” she said. “The agent told me it had always been about that. It is the ‘about’ that I would like to talk to him about.”',
      ),
      alsoRead('terraces-retrofit'),
      p(
        'Landlords were given a year to file. About 15 per cent of the city’s 41,200 private tenancies are still missing, and the gaps are not evenly spread: of the homes let by owners with more than fifty of them, 97 per cent are in; of those with one or two, 71 per cent. From the first of the month a home that is not on the register cannot lawfully have its rent raised at all.',
      ),
      p(
        'The Property Owners’ League went to court last autumn to keep addresses out of the public version, and lost. Its chair, Edmund Carrow, said yesterday that members had been “put in a shop window” and that some would sell. “Those who raised rents lawfully, on a schedule, for a new boiler, are on the same map in the same red,” he said. The office has since changed the colour to orange.',
      ),
      h2('How to look up a home'),
      ol(
        'Enter the address or the number of the tenancy, which since last year must stand on the first page of the lease.',
        'The page shows the rent at each change since the register’s starting date, the size and the energy class, but no names.',
        'If the step is above 4.2 per cent, a button asks the owner for the reason. The answer is due in 21 days.',
        'Without an answer, or with a poor one, the form goes to the tribunal. It costs nothing.',
      ),
      p(
        'Whether publicity holds rents down is disputed among economists. A register can shame the owner who charges too much; it can also tell the one who charges too little what the street will bear. The council has asked the university to report after a year, and to look in particular at homes whose rent stood below the median on the day the map appeared.',
      ),
      relatedNews('ward-boundaries', 'budget-vote', 'market-hall'),
      p(
        'The Broadsheet filed a request for the underlying data eighteen months ago. We have checked a sample of 200 entries against leases shown to us by readers; seven differed, by between 5 and 60 crowns. In four of the seven the register was too low.',
      ),
    ],
  },
  {
    key: 'terraces-retrofit',
    headline: 'One street, one trench, 61 warm houses',
    kicker: 'Caulkers’ Row',
    standfirst:
      'A terrace built for shipwrights gave up its boilers together and drew its heat from under the road. A winter on, the residents have opened their bills.',
    section: 'housing',
    topics: ['housing-costs', 'energy', 'climate'],
    bylines: [{ name: 'Wanda Pirrie' }],
    dateline: 'Caulkers’ End',
    kind: 'feature',
    language: 'en',
    picture: 'heat-pump',
    published: { hoursAgo: 500 },
    body: [
      p(
        'The meeting that decided it was held in the road, because no room in Caulkers’ Row takes sixty people. Somebody stood on a beer crate. The proposal was that the whole terrace should give up gas on the same day, and that the city should dig the street once, not sixty-four times. It was raining. “I think we voted to get indoors,” says Nell Osgood, at number 12.',
      ),
      p(
        'That was two years ago. Last winter was the first in which the Row was heated from beneath itself: 26 boreholes, each 120 metres deep, feed a loop of lukewarm water that runs the length of the street, and a heat pump the size of a kitchen cupboard in each yard lifts it to the temperature of a radiator. Sixty-one of the sixty-four houses are joined to it.',
      ),
      p(
        'The residents have done something uncommon since. They have pinned their bills to the noticeboard outside the chapel: what each house paid for heat and hot water in the last gas winter, and what it paid in this one. The average fell from 2,140 crowns a year to 1,180.',
      ),
      factBox('What it cost', [
        '47,500 crowns a house, 2.9 million in all: boreholes and street loop, pump, larger radiators, floor and loft insulation',
        '70 per cent came from the Assembly’s warm-homes grant',
        'The rest, 14,250 crowns a house, is repaid at 66 crowns a month for eighteen years, tied to the house and not to the owner',
        'Average saving on heat: 80 crowns a month',
      ]),
      p(
        'Fourteen crowns a month in hand is not a fortune, and Bram Okell, the retired plumber who acted as the street’s treasurer, does not present it as one. “Nobody in this street is richer,” he says. “What they are is warm in the back bedroom. There were back bedrooms here that nobody had slept in since the mangle went.”',
      ),
      alsoRead('wind-lease'),
      h2('Doing it together'),
      p(
        'A heat pump for a single terraced house is an awkward thing. There is seldom room for it, the neighbours hear it, and the builder comes for one job and charges for it. In a row the same house becomes easy. Heat bleeds through party walls, so a cold neighbour is a cost; when both sides are warm, demand in the mid-terrace houses dropped by nearly a fifth before any pump was switched on.',
      ),
      p(
        'The city’s engineers found the road to be the cheapest part. It had to come up in any case for the sewer. “We had been planning to dig the same trench three times in five years for three departments,” says Yusuf Demir, who led the project for the housing office. “The clever part was an afternoon with a calendar.”',
      ),
      h2('Number 40'),
      p(
        'Three households declined. At number 40 Albert Tunney, 81, keeps a coal fire, has a smokeless certificate for it and has read every paper put through his door. “They say it works at minus ten. I dare say. It has been minus ten here once, and that night the power failed,” he says. The Row now shares a battery that can run the pumps for five hours. Mr Tunney’s fire, he points out, runs until he goes to bed.',
      ),
      p(
        'Others found the change harder than promised. Low, steady warmth suits people who are in all day and annoys those who come home to it at seven. Two families ran up higher bills in the first month by turning everything to full at dusk, as they always had. In the small houses the hot-water tank took the only cupboard. A baby at number 33 was, for some weeks, bathed next door.',
      ),
      relatedNews('rent-register', 'budget-vote', 'harbour-history'),
      p(
        'The council has 9 million crowns in its coming budget for what it calls street-sized schemes, enough for three rows like this one, and eleven streets have applied. The difficulty is tenants. In Caulkers’ Row all but nine houses are lived in by their owners. Where a landlord pays and a tenant saves, somebody has to write down who gets the fourteen crowns.',
      ),
      p(
        'On the noticeboard the sheets have begun to curl. Somebody has added a column in pencil, headed “jumpers”, and most of the houses have filled it in. Before: three, two, four, three. After: one, one, two, none. Number 40 has written: “Same one.”',
      ),
    ],
  },
  {
    key: 'school-meals',
    headline: 'Half a year of free school dinners: what 7,400 plates a day have taught',
    kicker: 'School meals',
    standfirst:
      'Since the autumn every primary pupil in the city may eat lunch without paying. More do than expected, less is thrown away, and the queue is the problem.',
    section: 'city',
    topics: ['schools', 'city-budget', 'health'],
    bylines: ['tom-achterberg'],
    dateline: 'Northbank',
    kind: 'feature',
    language: 'en',
    picture: 'school-kitchen',
    published: { hoursAgo: 212 },
    body: [
      p(
        'At ten to seven the only light in Northbank primary school is in the kitchen, where Marguerite Adeyemi is doing what she calls the sum. Today’s answer is 411. It is the number of children who will eat, worked out from the day of the week, the weather and what is on the menu, and she is seldom out by more than six. “Fish pie is 411,” she says. “If it were lentils I would say 380, and I would be sorry about it.”',
      ),
      p(
        'Until the autumn the number was 190. Parents then paid 2.60 crowns a meal, or proved that they could not. The proof was a form of four pages, and the head teacher, Lionel Abara, kept a drawer of forms that families had begun and not returned. Now there is no form, no till and no list of who is who.',
      ),
      p(
        'The city’s 31 primary schools have 8,900 pupils, and on an average day 83 per cent of them eat. The council had budgeted for 75. At 2.92 crowns a plate the scheme costs 4.1 million crowns a year, which is 400,000 more than planned and the reason why it will be argued over again when the budget is put to the vote next week.',
      ),
      alsoRead('soup-kitchen'),
      p(
        'What does the city get for it? Schools were asked to keep a few plain records. Lateness after the lunch break fell by a third. Visits to the sick room between one and three fell by a quarter. Attendance rose by less than one percentage point, within the range of an ordinary good year, and nobody should build a speech on it.',
      ),
      p(
        'Waste has gone the other way from what was feared. When everybody eats, Ms Adeyemi says, children eat what the others eat; and when there is no till they are not made to take the whole plate. She weighs the bins. In the first week it was 94 grams a child, and last week 51.',
      ),
      quote(
        'A girl asked me who had paid for hers. I said everybody. She thought about it and said, then I should finish it.',
        'Marguerite Adeyemi, cook',
      ),
      p(
        'The trouble is the clock. Northbank’s dining hall seats 140, so the school eats in three sittings of twenty-two minutes, and the youngest begin at half past eleven. Two schools serve lunch in corridors. Six cook for a neighbour whose own kitchen was taken out twenty years ago, when meals were delivered frozen, and the food travels by van in boxes that were bought for a music festival.',
      ),
      relatedNews('library-hours', 'budget-vote', 'flour-price'),
      p(
        'Building those kitchens again would cost 5.6 million crowns, once. The council’s education officer has proposed to do two a year. The opposition proposes to charge families above a certain income instead, which would recover about a third of the cost and bring back the form. Mr Abara has offered to show any councillor his drawer.',
      ),
      h3('What they eat'),
      ul(
        'Fish once a week, landed here, filleted at the auction on the same morning',
        'Meat on two days, never on the day after another meat day',
        'Bread from three bakeries in turn; no bakery may supply more than twelve schools',
        'Pudding on two days, and fruit on the others, under protest',
      ),
      p(
        'By one o’clock the pie is gone and the sum has been checked: 409. Two were off with a cough. Ms Adeyemi writes it on the wall chart, next to tomorrow’s, which says _curry, dry, Thursday, 418_.',
      ),
    ],
  },
]
