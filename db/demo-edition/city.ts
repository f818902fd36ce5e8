import {
  alsoRead,
  alsoReadElsewhere,
  type DemoStory,
  divider,
  factBox,
  gallery,
  h2,
  image,
  p,
  pullQuote,
  relatedNews,
} from '@/db/demo-edition/writing'

/** The city, its transport and its harbour. */
export const cityStories: DemoStory[] = [
  {
    key: 'tram-line-4',
    headline: 'Six years after the surge, trams run to the harbour again',
    kicker: 'Line 4',
    standfirst:
      'The 5.12 from Alder Hill carried 71 people over Lowgate Bridge and down to the pier this morning. The stretch cost nearly twice its first estimate and opened four years late.',
    section: 'transport',
    topics: ['trams', 'harbour', 'city-budget'],
    bylines: ['mirela-osei'],
    dateline: 'Harbour Pier',
    kind: 'news',
    language: 'en',
    picture: 'tram-at-dawn',
    published: { hoursAgo: 2.5 },
    updated: { hoursAgo: 0.7 },
    body: [
      p(
        'At 5.34 this morning a tram stopped at Harbour Pier for the first time in six years. It was two minutes early. The driver, Hyacinth Bourne, opened the doors on the seaward side out of habit from the old layout, said something that did not go out over the loudspeaker, closed them and opened the others.',
      ),
      p(
        'Seventy-one people got off. About half walked straight past the photographers to the fish auction, where the clock starts at ten to six and does not wait for history. The rest stood about on the new platform in the wind, with the look of guests who have arrived before the hosts, and took pictures of the rails, which end eleven metres from the water.',
      ),
      p(
        'The reopening of the harbour stretch of Line 4 closes the longest gap in the city’s tram network since the war. It restores a direct ride from the hill estates to the ferry, the auction and the shipyard gate; it ends a replacement bus that was always described as temporary; and it brings to a close, except in the courts, an episode that cost the city 61.4 million crowns, one contractor and two chairs of the transport committee.',
      ),
      p(
        'By nine o’clock the automatic counters at the five reopened stops had registered 2,310 boardings. City Tramways had planned for 1,800. A second car was coupled to every service from the 7.42 onwards, after passengers were left behind at Market Hall.',
      ),
      alsoRead('tram-strike-averted'),
      h2('The night the quay gave way'),
      p(
        'The line was cut in one tide. The November surge six years ago scoured out 140 metres of Salt Quay from below, and by daylight two pairs of rails hung over open water with the paving still clipped to them. No tram was on the stretch: the controller on duty, Aldous Fenn, had stopped the service twenty minutes earlier on the strength of a phone call from the bridge tower.',
      ),
      p(
        'Mr Fenn, who retired last year, was on the 5.12. He had been offered a seat on the ceremonial tram at ten, with the mayor and the brass band, and turned it down. “I stopped the last one,” he said. “I thought I had better see the next one through.”',
      ),
      p(
        'The council promised trams within two years, for 34 million crowns. What the engineers then found under the quay changed both numbers. The timber piles, driven in the 1880s and last inspected in the 1950s, had been eaten by shipworm to the thickness of a broom handle. The wall had been standing largely on its own rubble. Every metre between Lowgate and the Custom House had to be founded again, on 412 steel piles taken down to rock.',
      ),
      image('lifting-bridge', 'Lowgate Bridge, which Line 4 crosses on its way to Salt Quay.'),
      p(
        'The first contractor, Pellow & Grange, became insolvent in the third year with 60 metres of wall finished. The second tender drew one bid. The city’s auditor, in a report published last spring, put 15 million crowns of the overrun down to the piles, “which could not have been foreseen without looking”, and 9 million to the fourteen months the council took to decide whether to sue anyone.',
      ),
      p(
        'The remainder, just over three million, went on Lowgate Bridge. Its bearings had to be replaced before a modern tram, at 42 tonnes, could be allowed across, and the rails on the two leaves now meet in a joint that closes to within two millimetres. If it does not, a signal holds the tram on the town side.',
      ),
      factBox('The harbour stretch in figures', [
        '2.3 kilometres, five stops: Market Hall, Lowgate, Salt Quay, Custom House, Harbour Pier',
        'Every ten minutes from 5am, every fifteen after nine in the evening; the last tram leaves the pier at 12.06am',
        'Station Square to Harbour Pier in 11 minutes; the 4B bus took 19',
        'Cost: 61.4 million crowns, of which the Regional Assembly paid 38 million and the city 23.4 million',
        'Before the surge: 11,400 passengers on a working day. Bus 4B at its best: 6,900. Forecast for the end of the year: 10,000',
      ]),
      h2('“I get to eat breakfast sitting down”'),
      p(
        'For Zofia Maly the arithmetic is simpler. She guts and packs at the auction and lives at the top of Alder Hill. For six years she has taken a night bus to Station Square, waited seventeen minutes, and taken the 4B. This morning she left the house at five instead of twenty past four. “Forty minutes,” she said. “Five days a week. I get to eat breakfast sitting down.”',
      ),
      p(
        'Kwame Asante, a welder at Orle Yard, had brought his two daughters, who are seven and nine and had never seen a tram on the quay. They were to ride down, look at it, ride back and go to school. The younger one asked whether it would fall in. He told her that a great many people had been paid to make sure it would not.',
      ),
      p(
        'The yard’s managers have wanted the line back for a reason of their own. With [two ferries on order](story:shipyard-order) they expect to hire 155 people within eighteen months, and there is nowhere to park them. The yard has bought 200 annual passes and given up its claim to the old coal ground on Salt Quay, which the council now means to plant.',
      ),
      relatedNews('lifting-bridge', 'harbour-dredging', 'fish-auction', 'ferry-day'),
      h2('What the tram does not mend'),
      p(
        'Not everyone gains. The 4B served Tanner Street, and the tram does not; the walk to the nearest stop is 600 metres, and part of it is a stair. “They have given the harbour back to the hill and taken it from us,” said Ishbel Crane, 78, who heads the tenants’ association in the Tanner Street flats. City Tramways says it will run a small bus there four times an hour from next month, as a trial.',
      ),
      p(
        'On Salt Quay the five traders who lasted out the works were giving away coffee, and were less warm about it than the banner suggested. Matteo Quill, who mends nets and outboard motors in the arch beside the new stop, reckons he lost two-thirds of his passing custom. The city’s hardship fund paid him for the first eighteen months. “It was a hardship fund for the hardship they planned,” he said. “Then there was the other hardship.”',
      ),
      p(
        'Cyclists have complained that the rails cross the quay path at too shallow an angle, near the Custom House, and two people fell there during the test runs. Rubber strips that a tram flattens and a bicycle does not are due within the month. Until then there is a sign.',
      ),
      pullQuote(
        'They have given the harbour back to the hill and taken it from us.',
        'Ishbel Crane, Tanner Street tenants’ association',
      ),
      p(
        'Henrike Soll, the managing director of City Tramways, did not claim this morning that the line would pay for itself. It adds 3.1 million crowns a year to the operating subsidy, which [the council approved with the rest of its budget](story:budget-vote), by three votes. “It never paid for itself,” she said. “It paid for the harbour. We have had six years of finding out what the harbour is like without it.”',
      ),
      p(
        'She was more guarded about what comes next. Until 1968 trams ran all night, and the fish porters would like them to do so again; that needs drivers, of whom the depot is nineteen short. An extension along the breakwater road to the deep-water terminal is drawn on every map the planners own, in dots. No money stands behind the dots.',
      ),
      alsoRead('harbour-history'),
      p(
        'At 5.46 Ms Bourne walked the length of the tram, changed ends and took the first service up from the harbour. There were nine people on it, most of them from the night shift at the cold store. One had slept through the announcement and asked her, at Lowgate, whether this was the 4B. She told him it was not, and that he could stay where he was.',
      ),
    ],
  },
  {
    key: 'tram-strike-averted',
    headline: 'Tram strike called off two days before Line 4 reopens',
    kicker: 'Pay deal',
    standfirst:
      'Drivers will get 5.8 per cent over eighteen months and a limit on split shifts. The depot is still nineteen drivers short.',
    section: 'transport',
    topics: ['trams', 'city-budget'],
    bylines: ['mirela-osei', 'tom-achterberg'],
    dateline: 'Port Linnet',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 46 },
    updated: { hoursAgo: 41 },
    body: [
      p(
        'Tram drivers have called off the strike that would have emptied the rails on the day the harbour stretch of Line 4 was to open. Negotiators for City Tramways and the Tramway Workers’ Association initialled an agreement at twenty to four this morning, in the canteen of the Northbank depot, after fifteen hours.',
      ),
      p(
        'The 412 members get 3.4 per cent now and 2.4 per cent in nine months, to run for eighteen months in all. The company had opened at 4 per cent, the union at 9. The money is not what moved the talks, both sides said. The shifts were.',
      ),
      p(
        'Since the timetable was thinned four years ago, a third of all duties have been split: a driver works the morning peak, is sent home unpaid for up to five hours and comes back for the evening. Under the agreement nobody can be given more than six split duties in four weeks, and the gap is paid at a quarter of the hourly rate.',
      ),
      alsoRead('budget-vote'),
      p(
        '“I have members who sleep in their cars at the back of the depot because it is not worth going home,” said Bea Lockhart, the union’s secretary. “That was the dispute. If we had been offered 9 per cent and the same roster, I would have had to come out here and tell you we were striking.” Members had voted to stop work by 87 per cent on a turnout of 91.',
      ),
      p(
        'Henrike Soll, who runs City Tramways, put the cost at 1.3 million crowns in a full year. About half will come from overtime that the company says it will no longer need, “provided that we can hire”. It has nineteen vacancies for drivers, and training takes fourteen weeks.',
      ),
      p(
        'The agreement goes to a ballot of members within ten days; the executive recommends it by eleven votes to two. One of the two, who asked not to be named because the executive’s votes are secret, said that six split duties were six too many, but that no driver wanted to be the person who kept the tram from the harbour a day longer.',
      ),
    ],
  },
  {
    key: 'harbour-dredging',
    headline: 'Dredger starts on eleven weeks of silt in the harbour channel',
    kicker: 'Harbour',
    standfirst:
      'The first full dredging for nineteen years will deepen the approach to 10.2 metres. A tenth of what comes up is too dirty to go back into the sea.',
    section: 'city',
    topics: ['harbour', 'shipping', 'nature'],
    bylines: ['mirela-osei'],
    dateline: 'Salt Quay',
    kind: 'news',
    language: 'en',
    picture: 'harbour-dredger',
    published: { hoursAgo: 16 },
    corrections: [
      {
        note: 'An earlier version gave the volume to be dredged as 430,000 cubic metres. It is 340,000.',
        corrected: { hoursAgo: 12 },
      },
    ],
    body: [
      p(
        'The grab dredger _Marram_ dropped its grab off the inner quay at slack water last night and began to remove 340,000 cubic metres of silt from the harbour channel. If the weather keeps, it will be finished in eleven weeks. People on Salt Quay will know when it is working: it sounds, from there, like somebody emptying a bath in the next flat, every two minutes.',
      ),
      p(
        'The channel was last dredged in full nineteen years ago, to 10.5 metres at the lowest tide. The river has put back most of it. The chart now shows 8.6 metres at the shallowest point, and since last winter the larger grain ships have had to wait for the top of the tide or come in half empty.',
      ),
      p(
        'Captain Gethin Straw, the harbour master, counted 61 ships that waited more than six hours last year. “Every one of them is a letter from an agent,” he said, “and every letter names another port.” The work will take the channel down to 10.2 metres, which is enough for everything that called here in the past five years but two.',
      ),
      alsoRead('tide-gauge'),
      p(
        'The bill is 19 million crowns. The Harbour Board pays 12.5 million from its dues and the city 6.5 million, a share that survived the [budget vote](story:budget-vote) only narrowly. Its critics argue that the board, which made a surplus of 8 million last year, could have paid it all.',
      ),
      h2('The dirty tenth'),
      p(
        'Most of the silt is clean and will be dropped at a licensed ground nine miles out. About 34,000 cubic metres, from the basin under the old copper sheds, is not: samples show copper, tin compounds from ships’ paint and, in two cores, mercury above the limit. It will be pumped ashore, pressed dry and buried in a lined cell at the Northbank tip.',
      ),
      p(
        'Farid Benali, who directs the estuary programme at the marine laboratory, calls the plan sound and the timing tight. The terns return to the shingle beyond the breakwater within weeks, and the plume from a dredger can cloud the water they fish in. The licence stops all work within 800 metres of the colony from the first egg, a date that will be set by the warden, not by the contractor.',
      ),
      relatedNews('tern-colony', 'seagrass', 'tram-line-4'),
      p(
        'Residents were told of round-the-clock work by a leaflet, nine days ago. Between eleven at night and six in the morning the _Marram_ must stay seaward of the Custom House and under 45 decibels at the nearest window. The meter is on the roof of the sailing club and can be read on the Harbour Board’s site. Last night it showed 41, and 52 for four minutes, when a gull sat on it.',
      ),
      gallery('The dredger at work, and the gauge by which its depths are reckoned.', 'harbour-dredger', 'tide-gauge'),
      p(
        'Ferries are not affected. Pleasure craft must keep 100 metres off and may find the marina entrance closed for up to an hour at low water; times are posted a day ahead at the bridge tower.',
      ),
    ],
  },
  {
    key: 'market-hall',
    headline: 'Traders take over the Market Hall for thirty years',
    kicker: 'Market Hall',
    standfirst:
      'The council has dropped its search for a buyer and let the iron hall to the people who sell fish, buttons and oranges in it. The roof comes with the lease.',
    section: 'city',
    topics: ['city-budget'],
    bylines: ['tom-achterberg'],
    dateline: 'Market Hall',
    kind: 'news',
    language: 'en',
    picture: 'market-hall',
    published: { hoursAgo: 9 },
    body: [
      p(
        'For four years the council’s property committee has received reports on the disposal of the Market Hall. There were eleven of them; they fill a box in this office. Last night the committee received a twelfth, of two pages, and approved it in nine minutes without a vote being called for. The hall will not be disposed of. It will be let, for thirty years, to its own stallholders.',
      ),
      p(
        'The Market Hall Traders’ Co-operative, which has 84 stalls and 79 members, will pay 96,000 crowns a year and keep whatever it earns above that. In return it must hold at least five market days a week, keep stall rents below a formula tied to the price of a basket of food, and repair the roof of 1889, through which it rained on the committee’s last site visit.',
      ),
      p(
        'The roof is the whole matter. It is cast iron and glass, 1,960 panes, of which 340 are plywood. The council’s surveyors put the repair at 3.8 million crowns, and it was this figure that sent the hall to the market in the first place. Two developers made offers; both wanted flats above the side aisles, and both withdrew when told that the columns would not carry them.',
      ),
      alsoRead('museum-roof'),
      p(
        'The co-operative thinks it can do the work for 2.6 million over seven years, a bay at a time, with the market open underneath. It has a heritage grant of 900,000, a loan from the Regional Assembly’s bank for 1.2 million, and shares at 50 crowns, which it has been selling from the button stall. As of last night 3,104 people had bought at least one. The rest is to come out of stall rents.',
      ),
      p(
        '“We were asked what experience we had in the management of buildings,” said Teodora Lusk, who has sold oranges in the west aisle since she was fifteen and chairs the co-operative. “I said that we had been putting the buckets out for twenty years and knew where all of them went.”',
      ),
      p(
        'Councillor Casper Drum, the only member to speak against, did not object to the lease so much as to the precedent. “If they fall behind with the roof, we will not evict 84 stallholders,” he said. “Everybody in this room knows it. So what is the clause for?” The city solicitor replied that the clause was for the annual report. That was minuted.',
      ),
      relatedNews('tram-line-4', 'flour-price', 'council-notebook'),
      p(
        'Shoppers will notice three changes soon: the north doors, shut since the pigeons, reopen; the hall stays open until eight on Thursdays; and the fishmongers move back to the harbour side, where the drains are. The stop outside has trams to the pier again from tomorrow, and Ms Lusk expects them to bring her the ferry passengers, who buy oranges, in her experience, two at a time.',
      ),
      p('The co-operative takes the keys on the first of the month. There are, the committee was told, 46 of them.'),
    ],
  },
  {
    key: 'lifting-bridge',
    headline: '“A ship cannot brake. A tram thinks it can”',
    kicker: 'The interview',
    standfirst:
      'Oona Halvorsen has raised and lowered Lowgate Bridge for twenty-seven years. With trams about to cross it again, she explains who waits for whom.',
    section: 'transport',
    topics: ['harbour', 'trams', 'shipping'],
    bylines: ['mirela-osei'],
    dateline: 'Lowgate Bridge',
    kind: 'interview',
    language: 'en',
    picture: 'lifting-bridge',
    published: { hoursAgo: 150 },
    body: [
      p(
        'The tower of Lowgate Bridge has one room, nine windows and a kettle. From it Oona Halvorsen, the senior of five bridge keepers, can see two kilometres of river, the new rails on Salt Quay and, if she leans, her own kitchen. The bridge lifts about 2,900 times a year. Next week it will have to fit those lifts between trams that cross every five minutes, one way or the other.',
      ),
      p('**Six minutes for a lift, a tram every five. That does not go.**'),
      p(
        'It goes if people are told the truth about it. The leaves take seventy seconds up and seventy down. The rest is the road: barriers, the last cyclist who has not seen the barriers, locks in, locks out. With nobody on the deck I have done it in three and a half. What we cannot do is lift whenever a mast comes round the bend, and we have stopped pretending.',
      ),
      p('**So yachts wait.**'),
      p(
        'Yachts wait. Twenty past and ten to the hour, that is when we open for pleasure craft, and in the peaks not at all. Two trams are held for about four minutes each time and make it up at the terminus. We have practised it with empty trams for six weeks. The worst was a hen party in a hired launch who thought the red light was for the road.',
      ),
      p('**And ships?**'),
      p(
        'Ships do not wait. A loaded coaster comes up on the flood with the current behind her, four hundred metres to stop, if she stops straight. A ship cannot brake. A tram thinks it can. So the agent gives us an hour’s notice, then the pilot calls at the breakwater, and from that moment I own the bridge. I do not need to ask anybody. I think it is the only job in the city of which that is true.',
      ),
      pullQuote('From that moment I own the bridge. I do not need to ask anybody.'),
      p('**You were here on the night of the surge.**'),
      p(
        'I was. The gauge board under the window has a top, and the water went over the top, so for a while I was reading it off the ladder. I saw the paving on the quay start to breathe. Up and down, like somebody asleep. I rang the tram controller and said, stop them. He did not ask me how I knew. I have always been grateful for that, because I did not know. I had never seen a street breathe.',
      ),
      alsoRead('harbour-history'),
      p('**After Baltimore, people asked whether a ship could bring this bridge down.**'),
      p(
        'I watched that film once and not again. It is a different thing: that was a very large ship, with a span on slender legs, and here we have coasters of eighty metres between walls of granite. But we looked. We have new fenders on both piers, and a tug is now compulsory in more than six knots of stream. And the men who were on that bridge were mending the road at night. I think of that part. They were at work.',
      ),
      alsoReadElsewhere('https://en.wikipedia.org/wiki/Bascule_bridge', 'How a bascule bridge balances its own weight'),
      p('**You ring a bell before every lift. Nobody could hear it over the horn.**'),
      p(
        'It is in the regulations of 1931: bell, then horn. The horn is for the people in front of the bridge. The bell was for the horses. Nobody has struck it out. I have thought about it and I find I do not mind ringing a bell for horses.',
      ),
      p('**Five keepers, one tower. Will it be run from a desk somewhere?**'),
      p(
        'They have asked. They have put in eleven cameras. The cameras are good; I have seen things on them I would have missed. But on the third of last month there was a child’s boot on the joint, between the leaves, and no camera showed it, because it was the same grey. I walked out and picked it up. If the joint does not close to two millimetres, no tram goes. So you could say that a boot stopped Line 4 and I started it again.',
      ),
      divider,
      p(
        'She keeps the boot on the windowsill, with a label. It is a left one, for a child of about four, and can be claimed at the tower at any hour.',
      ),
    ],
  },
]
