import {
  alsoRead,
  alsoReadElsewhere,
  type DemoStory,
  factBox,
  h2,
  image,
  ol,
  p,
  pullQuote,
  quote,
  relatedNews,
  table,
  ul,
} from '@/db/demo-edition/writing'

/** The science pages of the demo edition: birds, tides, sky, seabed and sleep. */
export const scienceStories: DemoStory[] = [
  {
    key: 'tern-colony',
    headline: 'Terns have taken over the grain pier, on a lease that is running out',
    kicker: 'Wildlife',
    standfirst:
      'The harbour’s bird wardens counted 214 pairs this season, twice as many as the year before. In five months they may have to find the birds another home.',
    section: 'science',
    topics: ['nature', 'harbour'],
    bylines: ['sabine-ferreira'],
    dateline: 'Grain Pier',
    kind: 'news',
    language: 'en',
    picture: 'terns',
    published: { hoursAgo: 5 },
    body: [
      p(
        'The first one came in low over the breakwater at ten past five on a Monday morning, carrying a sand eel crosswise like a moustache. By breakfast there were sixty. By the time the wardens closed their books on the season, in a report published today, they had counted 214 pairs of common terns on the old grain pier, the largest colony in Port Linnet since records began in 1961 and more than double the 98 of the year before.',
      ),
      p(
        'The birds have taken over the bed of the grain conveyor, a concrete trough 160 metres long that carried wheat to the silos until 1999. Rain has washed gravel into it. To a tern, which lays its eggs in a bare scrape and relies on a clear view of whatever is coming, it is as good as a shingle beach, with the advantage that foxes cannot swim to it and dogs are not allowed.',
      ),
      p(
        'Marit Solheim, who runs the harbour bird group and has watched the site for fourteen years, puts the rise down to two things. The group laid 30 tonnes of cockleshell along the trough in February, which drains faster than gravel, and it put up 120 chick shelters, most of them made from lengths of roof tile. “A tern chick is the size of an egg and the colour of a pebble. It needs somewhere to hide from gulls between about noon and July.”',
      ),
      alsoRead('seagrass'),
      p(
        'The other reason may be food. Trawl samples taken off the bar by the marine laboratory in April held nearly three times as many young sand eels as a year earlier. One good spring is not a recovery, cautions the laboratory’s Tobias Renn: the fish had a poor run between 2017 and 2021, and numbers swing with the temperature of the water in the fortnight when the larvae hatch.',
      ),
      h2('A lease with five months left'),
      p(
        'The colony stands on borrowed concrete. The pier belongs to the harbour company, which lets it to the bird group for one crown a year, and the agreement expires in five months. A study commissioned by the company lists the pier among four possible places to store turbine blades if assembly work comes to the port.',
      ),
      quote(
        'We like the terns. We have also got a pier, and there are not many of those going spare.',
        'Greta Holm, property manager, the harbour company',
      ),
      p(
        'Holm said no decision would be taken while birds were on eggs, and that the company was “open to an answer that floats”. She meant it literally. In two ports further along the coast terns have moved on to rafts covered with shell, provided these were moored within sight of the old site a season before it closed. Solheim’s group has priced three such rafts at 61,000 crowns. It has 8,400.',
      ),
      relatedNews('wind-lease', 'harbour-dredging', 'ferry-day'),
      p(
        'By the report’s reckoning 301 young birds flew, about three for every two nests, which in a colony this new is very good. While there are eggs and chicks on the pier boats are asked to keep fifty metres off, and the ferry slows at buoy seven. The birds can be watched without disturbing them from the end of Silo Road, where volunteers with telescopes stand on weekend mornings from spring to the end of August. Bring a hat. The colony defends itself, says Solheim, and has excellent aim.',
      ),
    ],
  },
  {
    key: 'tide-gauge',
    headline: 'The harbour’s oldest instrument is a brass float, and it argues with the satellites',
    kicker: 'The long view',
    standfirst:
      'Port Linnet has measured its tide every quarter of an hour since 1896. The record shows a sea 23 centimetres higher, and a quay that is quietly sinking to meet it.',
    section: 'science',
    topics: ['climate', 'harbour'],
    bylines: ['sabine-ferreira'],
    dateline: 'Custom House Quay',
    kind: 'feature',
    language: 'en',
    picture: 'tide-gauge',
    published: { hoursAgo: 82 },
    body: [
      p(
        'Every Monday at nine Henrik Obi unlocks a stone hut the size of a bathing cabin, takes off his hat because the lintel is low, and winds a clock. Below the floor is a well four metres deep, joined to the harbour by a pipe no wider than a wrist. In the well a brass float rises and falls with the tide, too slowly for waves to trouble it. A wire runs from the float over a wheel; the wheel moves a pen; the clock turns a drum of paper. So it has gone, with two interruptions, since 4 May 1896.',
      ),
      p(
        'There is a radar gauge on the same wall now that reports to a data centre each minute and needs nobody. Obi, the harbour company’s assistant hydrographer, keeps the float running all the same. “The radar is better in all respects but one,” he says. “It’s eleven years old. If you want to know what the sea is doing over a century, you need something that has been there for a century.”',
      ),
      h2('Twenty-three centimetres'),
      p(
        'What the paper shows, once storms and the slow wobble of the moon’s orbit have been averaged out, is a line that climbs. Mean sea level at Custom House Quay stands 23 centimetres above where it stood in the gauge’s first ten years. The rise has not been even: about a millimetre a year until the 1930s, nearer two for most of the century that followed, and 3.9 over the past two decades.',
      ),
      table(
        'Rise of mean sea level at Custom House Quay',
        ['Period', 'Millimetres a year', 'Of which the quay sinking'],
        ['1896–1930', '1.1', '0.5'],
        ['1931–1990', '1.8', '0.5'],
        ['1991–2004', '2.6', '0.6'],
        ['2005 to last year', '3.9', '0.6'],
      ),
      p(
        'Those are small numbers, and their effect is not. High water crosses the level at which Fish Lane begins to flood about twenty times a year; in the 1950s it did so once. None of the twenty is a dramatic event. They are, says Leila Marchetti of the marine laboratory, “Tuesday afternoons on which somebody has to move a van”.',
      ),
      alsoRead('harbour-insurance'),
      p(
        'Marchetti’s group has spent two years reading the drums again, all 6,600 of them, with a scanner and a good deal of patience. The aim was to settle a quarrel. Satellites, which have measured the open sea since the early 1990s, put the rise off this coast at 3.3 millimetres a year. The float has always insisted on more. One of them, it was assumed, had to be wrong, and most people’s money was on the instrument made of brass.',
      ),
      h2('The quay gives way'),
      p(
        'Neither is. In a paper accepted last month the group shows that the difference is the quay. It was built on made ground, filled in over generations, and the fill is still settling by around six tenths of a millimetre a year. The satellites see the sea go up. The float, bolted to the wall, sees the sea go up and the wall go down. For anyone with a cellar it is the second figure that counts.',
      ),
      pullQuote('For anyone with a cellar it is the second figure that counts.'),
      p(
        'The proof came from an unlikely quarter: a row of brass studs set into the church wall at St Brannoc’s, which stands on rock, by a surveyor who wanted in 1903 to know whether his own gauge could be trusted. He levelled from the church to the hut each summer for nine years and found that it could not, quite. His notebook was in [the city archive](story:harbour-history), catalogued under “Ecclesiastical”.',
      ),
      p(
        'For planners the finding tidies up a sum. The city’s flood scheme assumes a rise of 40 centimetres by the 2070s, a figure that took account of the ocean but not of the ground. Adding the settlement brings it to about 43. The council’s drainage engineer, Owen Baptiste, calls this “three centimetres I would rather know about before I order the gates than after”.',
      ),
      relatedNews('tide-tables', 'lifting-bridge', 'harbour-dredging'),
      p(
        'Back in the hut Obi has changed the drum. The new sheet is white but for the first two centimetres, where the pen has begun on the afternoon’s flood. He dates it in pencil at the bottom edge and initials it beneath the initials of the man who taught him. There have been only seven keepers. He would like, he says, to hand over to the eighth with the clock still right, and he puts his hat back on and locks the door.',
      ),
    ],
  },
  {
    key: 'comet-visible',
    headline: 'Where to stand for the comet, and what you will really see',
    kicker: 'Night sky',
    standfirst:
      'A comet that comes by every 71 years is low in the west after sunset this month. Binoculars help; expectations should be packed lightly.',
    section: 'science',
    topics: ['space'],
    bylines: ['sabine-ferreira'],
    dateline: 'Observatory Hill',
    kind: 'explainer',
    language: 'en',
    picture: 'comet',
    published: { at: '2024-03-26T16:00:00Z' },
    body: [
      p(
        'Comet 12P/Pons–Brooks, last seen from Port Linnet in the summer of 1954, is back in the evening sky and brightening as it nears the sun. For the next two weeks it can be found without a telescope from anywhere with a clear view to the west, if you know where to look and are content to look for a while.',
      ),
      p(
        'The comet is a lump of ice and dust some 30 kilometres across that takes about 71 years over one lap. It makes its closest approach to the sun on 21 April. Every orbit boils off a little more of its surface, and sunlight blows the gas and dust into a tail, which always points away from the sun whichever way the comet happens to be travelling.',
      ),
      h2('How to find it'),
      ol(
        'Choose a clear evening. Be in place 45 minutes after sunset, when the sky is dark blue rather than black.',
        'Find Jupiter, the brightest point in the west. Nothing else in that part of the sky comes close.',
        'Look to the right of it and a little lower: in the last days of March the comet is about a fist and a half at arm’s length away, and it draws nearer each night. Around 12 April the two stand side by side.',
        'Sweep the area slowly with binoculars. You are looking for a star that will not come into focus.',
      ),
      p(
        'That soft-edged star is the coma, the cloud around the nucleus. The tail, a faint brush stroke pointing up and away from the sunset, shows in binoculars from a dark place and in photographs from nearly anywhere. “Visitors have seen the green pictures on their phones, and those are honest pictures, but they are ten-minute exposures,” says Ana Kuusik, who runs public nights at the city observatory. “Your eye doesn’t do ten minutes.”',
      ),
      alsoRead('opinion-leap-second'),
      p(
        'It has a nickname, the devil comet, because of outbursts last year that lit up part of the coma and left two dark lanes, like horns. Kuusik asks that nobody be alarmed. Those outbursts were eruptions of gas and ice from under the crust, roughly every fortnight, and the comet passes no nearer to the Earth than 1.5 times the distance of the sun.',
      ),
      factBox('Good places to stand', [
        '**End of the breakwater**: the darkest horizon in the city. Take a torch for the way back; the gate stays open until eleven.',
        '**Observatory Hill**: telescopes on the lawn on Fridays and Saturdays from 20.00, free, if the sky is clear.',
        '**Top deck of the 19.40 ferry**: a fine view to starboard, and the one place with tea.',
      ]),
      p(
        'By the middle of April the comet will have sunk into the glow of sunset, and then it belongs to the southern hemisphere. It returns in the summer of 2095. A child who is shown it this month has a fair chance of pointing it out to somebody else.',
      ),
      alsoReadElsewhere('https://science.nasa.gov/solar-system/comets/', 'NASA’s guide to comets'),
      p(
        'Kuusik’s own grandmother saw it in 1954, from a field, while bringing in a cow. The family’s account of the event is short. “She said it was smaller than people had promised, and that she has thought about it ever since.”',
      ),
    ],
  },
  {
    key: 'seagrass',
    headline: 'A meadow of seagrass has survived its first winter in the outer harbour',
    kicker: 'Marine science',
    standfirst:
      'Two thirds of the 40,000 shoots planted by divers last spring are alive. The surprise is what has moved in among them.',
    section: 'science',
    topics: ['nature', 'climate', 'harbour'],
    bylines: ['sabine-ferreira', { name: 'Yusra Benali' }],
    dateline: 'Sallow Bay',
    kind: 'news',
    language: 'en',
    picture: 'seagrass',
    published: { hoursAgo: 21 },
    updated: { hoursAgo: 17 },
    body: [
      p(
        'Divers who returned this week to the seagrass bed off Sallow Bay expected to find a third of it left. They found two thirds. Of 40,000 shoots set out by hand in May last year, some 26,500 have come through a first winter of eleven gales, and in the most sheltered plots the plants have begun to spread on their own.',
      ),
      p(
        'Seagrass is not a seaweed but a flowering plant that went back to the sea. It once covered 300 hectares on the seaward side of the breakwater. A wasting disease took most of it in the 1930s; anchors, dredging spoil and cloudy water finished the job. The last native patch, mapped in 1978, was the size of a tennis court.',
      ),
      p(
        'The replanting, by the marine laboratory and 84 volunteers, covers just under half a hectare. Seeds and shoots came from a healthy bed 60 kilometres to the south. Each shoot was tied to a bamboo skewer with cotton thread and pushed into the sand, a job that went at the rate of about ninety an hour a diver and which several participants have described as gardening in a washing machine.',
      ),
      p(
        'In nets drawn over the plots on Tuesday the team counted 31 kinds of animal, against nine on the bare sand next to them. There were pipefish, young plaice no bigger than a thumbnail, and, in the net of a second-year student, one short-snouted seahorse. It was measured, photographed from both sides and put back within forty seconds. “I had told them not to hope for one for ten years,” said Leila Marchetti, who leads the project. “I am glad to lose my reputation in this way.”',
      ),
      alsoRead('tern-colony'),
      p(
        'Less photogenic, and to the city of more account, is what goes on underneath. The leaves slow the water, sediment drops, and the roots hold it. Markers show that the bed has gained an average of 14 millimetres of sand since planting while the ground outside has lost six. That is carbon stored, modestly. It is also material that will not have to be lifted out of the shipping channel.',
      ),
      p(
        'The laboratory puts the whole cost so far at 212,000 crowns, of which the regional nature fund paid three quarters. Extending the bed to ten hectares would take about six years and 3.1 million. An application goes to the fund next month, with a letter of support from the harbour company, which is not known for writing them.',
      ),
      relatedNews('harbour-dredging', 'fish-auction', 'tide-gauge'),
      p('Three things could still undo the work:'),
      ul(
        '**Anchors.** One yacht can tear out a season’s growth in a night. Nine mooring buoys that do not drag will be laid before the next sailing season.',
        '**Heat.** Above 25 degrees for more than a week the plants stop growing. The bay touched 23.4 last August.',
        '**Murk.** Leaves need light. When dredgers work the outer channel the laboratory’s sensors send them a warning, and for the past year the contractor has been obliged to heed it.',
      ),
      image(
        'harbour-dredger',
        'Dredging in the outer channel. Sensors over the seagrass raise the alarm when the water clouds.',
      ),
      p(
        'Planting starts again in May, on the two weekends with the lowest tides. No diving certificate is needed for the shore crew, which ties the shoots to the skewers, and which last year got through 14 kilometres of thread and, by the laboratory’s estimate, some 900 sandwiches.',
      ),
    ],
  },
  {
    key: 'hospital-sleep',
    headline: 'Ward that dimmed its lights and oiled its doors gave patients 70 more minutes of sleep',
    kicker: 'Health research',
    standfirst:
      'A year-long trial at the Infirmary found that most of the noise at night came from things that cost little to fix. One that cost nothing made the greatest difference.',
    section: 'science',
    topics: ['health'],
    bylines: ['sabine-ferreira'],
    dateline: 'Port Linnet Infirmary',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 38 },
    body: [
      p(
        'The bin on Ward 6 closed at 94 decibels. That is louder than a lorry passing at arm’s length, and it happened, by count, thirty-one times a night. When nurse Callum Adair stuck a strip of felt under the lid, in the first week of a trial that has now reported, he had brought the loudest noise on the ward down to the level of conversation, at a cost of two crowns.',
      ),
      p(
        'Over the following year he and a small team from the Infirmary and the university went on in the same spirit. The results, published on Thursday, are striking by the standards of a field in which drugs struggle to add twenty minutes: patients on the altered ward slept an average of 70 minutes longer than those on an identical ward upstairs that was left as it was. They asked for 38 per cent fewer sleeping tablets and went home, on average, nine hours sooner.',
      ),
      p(
        'The study followed 412 people aged from 19 to 93, most of them recovering from surgery. Each wore a wrist sensor that records movement and light. Beds were allotted to the two wards by rota rather than by strict chance, which the authors acknowledge as a weakness; patients who were gravely ill or confused were not included.',
      ),
      alsoRead('opinion-quiet-carriage'),
      h2('What woke them'),
      p(
        'Before changing anything the team spent six weeks writing down every disturbance. They had expected alarms to lead the list. In fact machines caused about one awakening in five. Conversation caused more, footwear almost as much, and doors, wheels and lids the rest. Then there was the round of blood pressure readings at two in the morning, done for each patient on the ward whether the doctors had asked for it or not.',
      ),
      p(
        'Nobody could say when that round had begun. “I asked the most senior sister in the building and she told me that it was there when she came,” said Adair. With the consultants’ agreement it was kept for the patients who needed it, fewer than a third. The others were left alone between eleven and half past five. Once the figures were separated out, this single change explained nearly half of the gain.',
      ),
      quote(
        'For eight nights I had been told to rest and then woken to see how I was resting. On the ninth they moved me downstairs.',
        'Dolores Quint, 67, a patient in the trial',
      ),
      p(
        'The remainder came from lamps at ankle height instead of ceiling panels, soft castors, a telephone that flashes, and a rule that handover takes place behind a shut door. In all it came to 11,300 crowns for 28 beds. Staff, who had feared extra work, recorded on average forty minutes fewer a night spent in answering call bells.',
      ),
      relatedNews('school-meals', 'budget-vote'),
      p(
        'Naomi Sato, who studies sleep at the university and was not involved, called the work “careful and slightly embarrassing for the rest of us”. She would like to see it repeated with beds drawn by lot and in an older building. It is not clear, she added, how much of the benefit would last once a ward knew that it was no longer being watched.',
      ),
      p(
        'The Infirmary is not waiting. Felt has been ordered for every bin on its fourteen wards, and the two o’clock round ends throughout the hospital on the first of next month, unless somebody asks for it.',
      ),
    ],
  },
]
