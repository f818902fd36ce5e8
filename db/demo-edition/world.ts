import {
  alsoRead,
  type DemoStory,
  factBox,
  h2,
  ol,
  p,
  pullQuote,
  relatedNews,
  table,
  ul,
} from '@/db/demo-edition/writing'

/** Public events of early 2024, told from what agencies and officials had said by the date on each story. */
export const worldStories: DemoStory[] = [
  {
    key: 'pyongyang-visit',
    headline: 'Russian spy chief held three days of talks in Pyongyang, KCNA says',
    kicker: 'North Korea',
    standfirst:
      'Sergey Naryshkin met North Korea’s minister of state security as the two governments widen contacts that once ran almost entirely through their leaders.',
    section: 'world',
    topics: ['diplomacy', 'war-and-peace'],
    bylines: ['ines-varga'],
    dateline: 'Seoul',
    kind: 'news',
    language: 'en',
    picture: 'pyongyang-river',
    published: { at: '2024-03-28T09:30:00Z' },
    body: [
      p(
        'Sergey Naryshkin, the director of Russia’s Foreign Intelligence Service, visited Pyongyang from 25 to 27 March and met the North Korean minister of state security, Ri Chang Dae, the North’s state news agency KCNA reported on Thursday. The Russian service, known by its initials **SVR**, confirmed the visit the same day. It had not been announced beforehand.',
      ),
      p(
        'According to KCNA, the two men told each other how they saw the situation around the Korean peninsula, in Northeast Asia and around Russia, and discussed closer cooperation against what the agency called the “ever-growing spying and plotting moves by the hostile forces”. It described the talks as comradely and said the two sides had agreed on every matter raised. It listed none of them.',
      ),
      alsoRead('baltimore-bridge'),
      relatedNews('debate-topics', 'panda-diplomacy'),
      p(
        'The SVR’s account was shorter and in much the same key. Its press office said the talks had covered the international situation, the security of the region and deeper cooperation between Russia and North Korea at a time when, in its words, outside forces were trying to increase pressure on both. No document was said to have been signed, and there was no mention of a meeting with the North Korean leader, Kim Jong Un.',
      ),
      p(
        'The visit is one of a lengthening series. Mr Kim travelled to the Vostochny cosmodrome in Russia’s Far East last September to meet President Vladimir Putin; Sergey Lavrov, the Russian foreign minister, came to Pyongyang a month later. KCNA also reported this week that Yun Jong Ho, the North’s minister of external economic relations, had left for Moscow with a delegation. What was for years a relationship of anniversaries and telegrams now has ministers travelling in both directions.',
      ),
      alsoRead('ukraine-missiles'),
      relatedNews('red-sea-northern-route', 'gaza-veto'),
      p(
        'Washington and Seoul say that something heavier travels too. South Korea’s defence minister said this month that the North had sent Russia about 7,000 containers since last summer, and the United States has published satellite pictures of what it says were shipments of munitions for the war in Ukraine. Moscow and Pyongyang have denied any transfer of arms, which would break sanctions that Russia itself voted for in the Security Council. A panel of experts that reports to the council has been looking into the claims; its mandate ends on 30 April.',
      ),
      p(
        'The Soviet Union was the first state to recognise North Korea, in October 1948, and the friendship has rarely lacked for ceremony. In July 2022 Pyongyang recognised the two regions of eastern Ukraine that Russia had declared independent, and Kyiv broke off relations. A visit by a head of foreign intelligence is a different sort of contact: less public than a summit, and harder to judge from outside. As of Thursday, all that is known of it comes from the two services that took part.',
      ),
    ],
  },
  {
    key: 'baltimore-bridge',
    headline: 'Four minutes to the Key Bridge: how the Dali lost power and a road was cleared',
    kicker: 'Baltimore',
    standfirst:
      'A container ship went dark, a pilot called for help and police stopped the cars. Eight people were still on the bridge; six of them died.',
    section: 'world',
    topics: ['shipping'],
    bylines: ['ines-varga'],
    dateline: 'Baltimore',
    kind: 'news',
    language: 'en',
    picture: 'bridge-night',
    published: { at: '2024-03-27T16:00:00Z' },
    updated: { at: '2024-05-15T08:00:00Z' },
    body: [
      p(
        'At 12.39 on the morning of Tuesday 26 March the container ship _Dali_ left the Seagirt terminal in Baltimore. Fifty minutes later the Francis Scott Key Bridge, which had carried the city’s ring road across the Patapsco river since 1977, was lying across her bow. Most of what is known about the time between comes from the ship’s own recorder and from a preliminary report that the US National Transportation Safety Board published on 14 May.',
      ),
      p(
        'The ship, 289 metres long and flying the flag of Singapore, was making about eight knots down the Fort McHenry channel with two pilots on board. She was roughly 0.6 miles from the bridge, some three of her own lengths, when electrical breakers opened and the lights went out. The pumps stopped, and with them the main engine. The crew brought the power back. Then, 0.2 miles from the bridge, it failed again.',
      ),
      h2('The recorder’s minutes'),
      ol(
        '**1.24.59am** Alarms sound on the ship’s bridge. The recorder stops logging the ship’s systems but goes on recording voices.',
        '**1.26.39** The pilot calls by radio for tugs. At about this time the pilots’ dispatcher telephones the duty officer of the Maryland Transportation Authority.',
        '**1.27.04** The pilot orders the port anchor dropped.',
        '**1.27.25** He reports by radio that the ship has lost all power and is approaching the bridge. The authority’s police are told to close it.',
        '**About 1.29** The ship, still moving at 6.5 knots, strikes pier 17. The central spans come down within seconds.',
      ),
      p(
        'First official accounts put the collapse at about 1.28am; investigators, working from the recorder, have since placed it a minute later. Either way the police had little more than a minute. Officers who were already nearby because of roadworks held the traffic at both ends, and no ordinary motorist is known to have been on the spans when they fell.',
      ),
      alsoRead('lifting-bridge'),
      p(
        'There was no time to fetch the people who were working up there: a night crew of seven who were filling potholes, and an inspector. Two of the eight survived, one of them pulled from the water badly hurt. The bodies of the other six were brought up over six weeks, the last on 7 May. They had come to Maryland from Mexico, Guatemala, Honduras and El Salvador.',
      ),
      p(
        'The report draws no conclusion about the cause, and the board says a final one will take a year or more. It does record that the _Dali_ had lost power twice the day before, in port, once after a crew member closed an exhaust damper by mistake. Whether those failures have anything to do with the later ones is among the things still being examined. Tests of her fuel gave no ground for concern.',
      ),
      relatedNews('undersea-cables', 'harbour-insurance', 'red-sea-northern-route'),
      p(
        'For the port the blow was immediate. Baltimore handles more cars than any other harbour in the United States, and the wreck closed the channel to almost everything. A section of the truss that lay on the ship’s foredeck was cut away with explosives on 13 May so that she could be floated off.',
      ),
      p(
        'Other cities have begun to look at their own piers. When the Key Bridge was designed, the ships that passed under it were a fraction of the _Dali_’s size; she had about 4,680 containers on board. In Port Linnet no ship of more than 80 metres passes Lowgate Bridge, and there is granite on both sides. The Harbour Board says it is reading the report line by line.',
      ),
    ],
  },
  {
    key: 'debate-topics',
    headline: 'Six subjects that Biden and Trump can hardly avoid when they debate',
    kicker: 'US election',
    standfirst:
      'The two men have agreed to meet twice, the first time on 27 June. The polls and the calendar already suggest what they will be asked.',
    section: 'world',
    topics: ['elections', 'diplomacy'],
    bylines: ['ines-varga'],
    dateline: 'Washington',
    kind: 'news',
    language: 'en',
    picture: 'debate-lecterns',
    published: { at: '2024-03-27T11:00:00Z' },
    updated: { at: '2024-05-16T10:15:00Z' },
    body: [
      p(
        'For two months after each had won enough delegates for his party’s nomination, President Joe Biden and Donald Trump argued over whether they would argue. On 15 May they settled it within hours: a debate on CNN in Atlanta on 27 June and another on ABC on 10 September. Both go past the Commission on Presidential Debates, which has organised every such meeting since 1988 and had planned its first for 16 September.',
      ),
      p(
        'Neither network has said what it will ask. But public opinion and the news leave little doubt about the ground. These are the subjects that fill the surveys, the courts and the two men’s own speeches.',
      ),
      h2('At home'),
      p(
        '**Immigration.** Americans asked by Gallup in April to name the country’s most important problem mentioned it more often than anything else, for the third month in a row. Border agents recorded close to 250,000 crossings from Mexico in December, the highest month on record. A compromise in the Senate failed in February after Mr Trump spoke against it; each blames the other for what followed.',
      ),
      p(
        '**Prices and jobs.** Inflation stood at 3.4 per cent in April, far below its peak of 9.1 in June 2022, and unemployment at 3.9. Mr Biden will point to those falls; Mr Trump to how much more a basket of groceries costs than when he left office. In January nearly three Americans in four told the Pew Research Center that strengthening the economy should be a top priority.',
      ),
      alsoRead('flour-price'),
      p(
        '**Abortion.** The Supreme Court ended the constitutional right to it in June 2022 with the votes of three justices whom Mr Trump had appointed. Mr Biden promises to restore the right by law. Mr Trump said in April that the matter should be left to the states, several of which will vote on it in November.',
      ),
      h2('Abroad, and in court'),
      p(
        '**Ukraine.** Congress held back military aid for half a year before passing about 61 billion dollars in April. The president calls such help a matter of American security; his opponent has said that Europe should pay more and that he would end the war quickly, without saying how.',
      ),
      relatedNews('ukraine-missiles', 'gaza-veto', 'panda-diplomacy'),
      p(
        '**Gaza.** Mr Biden’s support for Israel has cost him votes on his left, and protests at universities have kept it in the headlines. **Fitness, and the law.** He is 81 and Mr Trump will be 78 in June. Mr Trump has been on trial in New York since 15 April over the recording of payments made before the 2016 election, the first of four criminal cases against him. He denies all the charges.',
      ),
      p(
        'CNN says there will be no audience in the studio. A candidate needs at least 15 per cent in four national polls and a place on enough ballots to be able to win, which leaves a narrow door for Robert F. Kennedy Jr, who is running as an independent. How [our own assembly candidates](story:assembly-seat) would fare without applause is a question for another page.',
      ),
    ],
  },
  {
    key: 'panda-diplomacy',
    headline: 'On loan from China: what a pair of pandas costs, and what it says',
    kicker: 'Explainer',
    standfirst:
      'After a year in which American zoos handed their pandas back one by one, new animals have come to San Diego and Washington. They were never gifts.',
    section: 'world',
    topics: ['diplomacy', 'nature'],
    bylines: ['ines-varga', 'sabine-ferreira'],
    dateline: 'Beijing',
    kind: 'explainer',
    language: 'en',
    picture: 'panda',
    published: { at: '2024-03-26T14:00:00Z' },
    updated: { at: '2024-10-16T09:00:00Z' },
    body: [
      p(
        'On 15 October a cargo aircraft landed near Washington with two passengers aged three. Bao Li and Qing Bao are to live at the Smithsonian’s National Zoo, whose panda house had stood empty since the previous November, when its last three animals were flown to China. For a time it had seemed possible that the United States would soon have no giant panda at all, for the first time since 1972.',
      ),
      p(
        'That the traffic has turned round is a matter of zoology on paper and of politics in practice. The China Wildlife Conservation Association signed an agreement with the San Diego Zoo in February; its pair, Yun Chuan and Xin Bao, arrived on 27 June and were shown to the public on 8 August. San Francisco signed a memorandum of its own in April. All this came after President Xi Jinping, speaking in San Francisco in November 2023, called pandas envoys of friendship and hinted that more would travel.',
      ),
      relatedNews('pyongyang-visit', 'debate-topics'),
      h2('From gift to lease'),
      p(
        'The custom is older than the word for it. In 1941 the wife of Chiang Kai-shek sent two pandas to the Bronx Zoo as thanks for American help. After 1949 the People’s Republic gave them first to its allies; the most famous pair, Ling-Ling and Hsing-Hsing, went to Washington in 1972 a few weeks after President Nixon’s visit to Beijing. London’s followed in 1974.',
      ),
      p(
        'In the 1980s China stopped giving and began to lend, at first for a few months and then for years. Since the 1990s a contract has usually run for ten years, at a fee of up to one million dollars a year for a pair, according to a report by the US Congressional Research Service. The money is meant for conservation in China. Cubs born abroad belong to China and go there at the age of three or four.',
      ),
      factBox(
        'The giant panda, in brief',
        [
          'About 1,860 lived in the wild at the last full count, published in 2015',
          'All of them live in the mountains of Sichuan, Shaanxi and Gansu',
          'Moved from “endangered” to “vulnerable” on the world’s red list in 2016',
        ],
        'Zoos outside China keep a few dozen. A grown panda eats between 12 and 38 kilograms of bamboo a day.',
      ),
      p(
        'Do the loans buy anything? Researchers at Oxford argued in 2013 that new ones tended to follow trade deals, and that an animal in a foreign capital marked the start of a relationship Beijing expected to last. Others see a slower effect: panda keepers and vets in both countries have worked together through quarrels that silenced almost everyone else.',
      ),
      alsoRead('tern-colony'),
      p(
        'The return journeys are read just as closely. When Memphis, Washington and finally Atlanta sent their animals home in 2023 and 2024 the contracts had simply run out. But contracts had been renewed before. Zoos that say nothing about politics tend to say, as San Diego’s scientists did in February, that they are hopeful.',
      ),
    ],
  },
  {
    key: 'ukraine-missiles',
    headline: 'Ukraine under air alert for third night in four as missile crosses Polish border',
    kicker: 'Ukraine',
    standfirst:
      'Kyiv’s air force counts 57 missiles and drones in a night. Two days earlier a larger attack cut power to Kharkiv and hit the country’s biggest dam.',
    section: 'world',
    topics: ['war-and-peace', 'energy'],
    bylines: ['ines-varga'],
    dateline: 'Warsaw',
    kind: 'news',
    language: 'en',
    picture: 'night-sirens',
    published: { at: '2024-03-24T13:30:00Z' },
    body: [
      p(
        'Sirens sounded across Ukraine before dawn on Sunday 24 March for the third time in four nights, as Russia fired what the Ukrainian air force said were 29 missiles and 28 attack drones at Kyiv, the western region of Lviv and other targets. It said it had brought down 18 of the missiles and 25 of the drones.',
      ),
      p(
        'One cruise missile, on its way to the Lviv region, left Ukraine altogether. Poland’s armed forces said it entered Polish airspace at 4.23am local time near the village of Oserdów and stayed there for **39 seconds**, watched throughout by military radar. Polish and allied aircraft were in the air. Warsaw said it would ask Moscow for an explanation.',
      ),
      p(
        'In Kyiv the alert lasted more than two hours. The head of the city’s military administration, Serhiy Popko, said about a dozen missiles had been destroyed over the capital and its surroundings, that they had come in groups from the north, and that damage was minor. In the Lviv region, according to the city’s mayor, Andriy Sadovyi, around 20 missiles and seven drones were aimed at critical infrastructure; Lviv itself was not hit.',
      ),
      relatedNews('gaza-veto', 'pyongyang-visit', 'debate-topics'),
      h2('The grid as a target'),
      p(
        'The night was quieter than the one before the weekend. On Friday 22 March Russia used 63 drones and 88 missiles, by the air force’s count, of which 92 in all were stopped. The head of the grid company Ukrenergo, Volodymyr Kudrytskyi, called it the largest attack on the power system of the war. Thermal and hydroelectric stations were hit along with the substations that join them.',
      ),
      p(
        'In Kharkiv, 30 kilometres from the border, about 700,000 customers lost electricity, and with it pumps and trams. In Zaporizhzhia missiles struck the Dnipro hydroelectric station, the biggest in the country, and the road that runs along its dam was closed; officials said there was no danger that the dam would give way. The national police put the dead across the country at five by that afternoon. The Zaporizhzhia nuclear plant, under Russian occupation since 2022, was left for several hours with one line to the grid.',
      ),
      table(
        'The two larger attacks, as counted by the Ukrainian air force',
        ['Night of', 'Missiles', 'Drones', 'Shot down'],
        ['22 March', '88', '63', '92'],
        ['24 March', '29', '28', '43'],
      ),
      p(
        'These figures cannot be checked independently, and the air force does not say where every weapon that got through has fallen. Moscow has presented the strikes as an answer to Ukrainian attacks on Russian regions during the presidential election of 15 to 17 March. Its defence ministry has said that it aims at military and energy sites.',
      ),
      alsoRead('undersea-cables'),
      p(
        'For Poland it was the first such report since 29 December, when a missile flew over its territory for about three minutes. Poland’s defence minister, Władysław Kosiniak-Kamysz, told reporters it would have been shot down had there been any sign that it was heading for a target in Poland.',
      ),
    ],
  },
  {
    key: 'red-sea-northern-route',
    headline: 'The Red Sea is dangerous and the Arctic is shorter. Why few ships take the hint',
    kicker: 'Shipping',
    standfirst:
      'Attacks off Yemen have sent half the Suez traffic round Africa. Russia offers its Northern Sea Route instead, with ice, permits and politics attached.',
    section: 'world',
    topics: ['shipping', 'climate', 'diplomacy'],
    bylines: ['ines-varga', 'jonas-whitlock'],
    dateline: 'Port Linnet',
    kind: 'analysis',
    language: 'en',
    picture: 'ice-route',
    published: { at: '2024-03-21T07:45:00Z' },
    body: [
      p(
        'On a globe the argument is over in a moment. Lay a thread from Shanghai to Rotterdam through the Suez Canal, then another along the north coast of Russia, and the second is shorter by about a third. Since November, when Houthi forces in Yemen seized the car carrier _Galaxy Leader_ and began to fire at ships in the Red Sea, the thread has been laid out in a good many boardrooms.',
      ),
      p(
        'The trouble in the south is real. The Houthis say they act in support of the Palestinians in Gaza and strike at ships linked to Israel and its allies; many of those attacked had no such link that their owners know of. The bulk carrier _Rubymar_ sank on 2 March, two weeks after a missile hit her. Four days later three sailors died on the _True Confidence_. A naval operation led by the United States has been in place since December and a European one since February.',
      ),
      alsoRead('gaza-veto'),
      p(
        'Insurers and owners have drawn their own conclusions. According to the International Monetary Fund’s port monitor, the volume of trade through Suez in the first two months of the year was half what it had been a year before, while the traffic around the Cape of Good Hope rose by about three-quarters. The detour adds ten days or more. It needs more fuel and more ships, and nobody has to ask permission.',
      ),
      h2('A route with an owner'),
      p(
        'The Northern Sea Route, from the Kara Gate to the Bering Strait, is another matter. Russia treats it as a national waterway: a ship applies for a permit, and for much of the year she follows an icebreaker of the state nuclear company Rosatom. The company reports a record of 36.25 million tonnes for 2023. But more than half of that was liquefied gas, and nearly all of it was going to or from Russian ports. Cargo that went the whole way through came to 2.1 million tonnes in 80 voyages, chiefly Russian oil bound for China.',
      ),
      table(
        'Two shortcuts compared',
        ['', 'Suez Canal', 'Northern Sea Route'],
        ['Season', 'All year', 'July to November for most ships'],
        ['Ships', 'More than 25,000 (2022–23)', '80 full transits (2023)'],
        ['Depth', 'Draughts of about 20 metres', 'About 12 metres in the shallowest straits'],
        ['Escort', 'Canal pilots', 'Icebreaker, by permit'],
      ),
      p(
        'The ice is retreating; what it leaves behind is uncertainty. Summers differ by weeks from one year to the next, floes drift into straits that were open the day before, and a container line sells nothing so much as a date. There are few harbours of refuge along the way and rescue may be days off. Large non-ice-class ships have made the passage, twice last year, in convoy and in the best months.',
      ),
      p(
        'Then there is the company one keeps. Sanctions since 2022 make it hard for a western owner to pay Rosatom or to insure the voyage. Even before that several of the largest container lines, among them MSC and CMA CGM, had promised not to use the route for the sake of the Arctic itself. Interest comes from elsewhere: a Chinese firm, NewNew Shipping, made a handful of voyages last summer, and Russia has been courting India.',
      ),
      pullQuote('A short road that is open four months in twelve is a short road for four months.', 'Agnes Tollund'),
      p(
        'At the fish quay in Port Linnet the calculation is done with a pencil. “My frozen squid comes from the far side of Asia,” says Agnes Tollund, who has brokered cargo here for thirty years. “Round the Cape it is twelve days late and I know it is twelve days late. A short road that is open four months in twelve is a short road for four months.” Her [insurance](story:harbour-insurance) is another matter.',
      ),
      relatedNews('shipyard-order', 'baltimore-bridge', 'fish-auction', 'undersea-cables'),
      p(
        'So the north remains what it has been for a century: a road for what Russia digs up and its neighbours buy. If the Red Sea stays shut through another summer more ships will try it. The ones with a date to keep will still go the long way round.',
      ),
    ],
  },
  {
    key: 'gaza-veto',
    headline: 'After a double veto, Security Council demands Gaza ceasefire for Ramadan',
    kicker: 'United Nations',
    standfirst:
      'Russia and China blocked an American text on Friday. On Monday the council passed one by its elected members, with the United States abstaining.',
    section: 'world',
    topics: ['war-and-peace', 'diplomacy'],
    bylines: ['ines-varga'],
    dateline: 'New York',
    kind: 'news',
    language: 'en',
    picture: 'council-chamber',
    published: { at: '2024-03-22T16:40:00Z' },
    updated: { at: '2024-03-25T20:10:00Z' },
    body: [
      p(
        'The United Nations Security Council on Monday 25 March demanded an immediate ceasefire in Gaza for the rest of Ramadan, the first time in more than five months of war that it has done so. Fourteen of its fifteen members voted for resolution 2728. The United States abstained and let it pass.',
      ),
      p(
        'Three days earlier the same chamber had failed. An American draft received eleven votes, two more than it needed, but Russia and China voted against it, and a no from a permanent member is a veto. Algeria, the only Arab state on the council, also opposed it; Guyana abstained.',
      ),
      h2('A matter of verbs'),
      p(
        'The two texts differ in what they do with the word ceasefire. Friday’s spoke of the “imperative” of an immediate and sustained one and tied it to the talks that Egypt, Qatar and the United States are holding about the hostages. Russia’s ambassador, Vasily Nebenzya, said before the vote that this amounted to no demand at all. His American counterpart, Linda Thomas-Greenfield, said afterwards that the two vetoes were cynical.',
      ),
      p(
        'Monday’s text, drawn up by the ten elected members and presented by Mozambique, “demands an immediate ceasefire for the month of Ramadan respected by all parties leading to a lasting sustainable ceasefire”. It also demands the unconditional release of all hostages and stresses the need for more aid. It asks for both things in one sentence without making one depend on the other.',
      ),
      table(
        'How the council voted',
        ['Date', 'Text', 'For', 'Against', 'Abstained'],
        ['22 March', 'United States draft', '11', '3 (Russia, China, Algeria)', '1 (Guyana)'],
        ['25 March', 'Russian amendment: “permanent”', '3', '1 (United States)', '11'],
        ['25 March', 'Resolution 2728', '14', '0', '1 (United States)'],
      ),
      p(
        'Even that was in doubt until the last hour. An earlier wording had spoken of a permanent ceasefire; when “lasting” was put in its place Russia moved to change it back. Three members supported the amendment, not enough to carry it.',
      ),
      alsoRead('red-sea-northern-route'),
      p(
        'The United States had vetoed three previous drafts on the war, in October, December and February. Ms Thomas-Greenfield said Washington supported the aims of the new one but did not agree with all of it: it does not condemn the attack by Hamas of 7 October, in which Israel says about 1,200 people were killed. Israel’s prime minister, Benjamin Netanyahu, called off a visit to Washington by two of his advisers in protest. Gaza’s health ministry puts the dead there at more than 32,000.',
      ),
      p(
        'What follows is disputed. The United States described the resolution as non-binding; other members, China among them, said that the council’s resolutions bind every state. António Guterres, the secretary-general, said that it must be carried out. Ramadan ends on or about 9 April.',
      ),
      relatedNews('ukraine-missiles', 'pyongyang-visit'),
      p(
        'For the council the week was a reminder of its arithmetic. It takes nine votes to pass a resolution and one of five to stop it. The ten members who have no veto found, for once, a sentence to which nobody who has one would say no.',
      ),
    ],
  },
  {
    key: 'undersea-cables',
    headline: 'As thick as a garden hose: the cables that carry almost everything we send',
    kicker: 'Explainer',
    standfirst:
      'More than 99 per cent of the data that crosses an ocean does so on the seabed. It is cut about three times a week, usually by somebody looking for fish.',
    section: 'world',
    topics: ['shipping'],
    bylines: ['sabine-ferreira'],
    dateline: 'Port Linnet',
    kind: 'explainer',
    language: 'en',
    picture: 'undersea-cable',
    published: { at: '2024-03-07T08:00:00Z' },
    body: [
      p(
        'A message from this city to one across the ocean does not go up. It goes down: under the promenade, out along the seabed and over hills that nobody has seen, in a strand of glass finer than a hair. Satellites are for ships, aircraft and places without a shore. For nearly everything else there are some 400 cable systems with a total length, according to the International Cable Protection Committee, of about 1.5 million kilometres.',
      ),
      p(
        'In deep water such a cable is hardly thicker than a garden hose. At its heart lie a few pairs of fibres in a gel, then a tube of copper, steel wires and a coat of polyethylene. The copper feeds the repeaters, which sit every 60 to 100 kilometres and strengthen the light. Near the coast, where people drop things, it is armoured with more steel and buried a metre or so in the sand.',
      ),
      h2('Who breaks them'),
      p(
        'Around 150 times a year a cable somewhere stops working. Most faults, the committee says, are accidents: trawls that scrape the bottom, anchors let go in the wrong place or dragged in a storm. Earthquakes and underwater landslides do the rest, along with ordinary wear. Deliberate damage is rare as far as anybody can prove, and hard to tell from a careless anchor.',
      ),
      ul(
        '**2006:** an earthquake off Taiwan broke nine cables and slowed the internet across East Asia for weeks.',
        '**2022:** the eruption of the Hunga volcano cut Tonga’s only international cable; it took five weeks to mend.',
        '**February 2024:** several cables in the Red Sea were damaged. The committee called on operators to find out how, and on governments to let repair ships in.',
      ),
      relatedNews('red-sea-northern-route', 'baltimore-bridge'),
      p(
        'Most people notice none of it, because the network was built on the expectation of loss. Operators buy space on each other’s lines, and traffic finds another way within milliseconds. The countries in danger are those with a single cable, or with several that come ashore on the same beach.',
      ),
      h2('How they are mended'),
      p(
        'A repair starts with an echo. Engineers on land send a pulse of light down the fibre and measure how long it takes to come back from the break, which gives its position within a few metres. A ship then drags a grapnel across the line, brings up one end, buoys it, and goes to look for the other. Splicing the glass takes the best part of a day in a room as clean as an operating theatre. The cable goes back with a loop of slack, longer than before.',
      ),
      p(
        'There are a few dozen ships in the world that can do this, several of them older than their crews. Waiting for one, and for the permits it needs to work in somebody’s waters, often takes longer than the work.',
      ),
      alsoRead('harbour-dredging'),
      p(
        'The cables are older than the telephone. The first to cross the Atlantic, in 1858, carried a greeting from Queen Victoria to President Buchanan at a rate of some minutes to the word and was dead within a month. The one that succeeded it in 1866 worked. Today’s carry hundreds of terabits a second over roads that are, in places, the same.',
      ),
    ],
  },
]
