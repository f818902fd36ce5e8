import {
  alsoRead,
  type DemoStory,
  factBox,
  h2,
  image,
  p,
  pullQuote,
  quote,
  relatedNews,
  table,
} from '@/db/demo-edition/writing'

/** The long read of the demo edition, in a file of its own because it is as long as the other culture stories together. */
export const harbourHistory: DemoStory = {
  key: 'harbour-history',
  headline: 'A harbour told in five things you can hold',
  kicker: 'The long read',
  standfirst:
    'Port Linnet has moved its waterfront four times in three centuries and mislaid most of the evidence. An iron ring, a ledger, a lead boot, a pencil and a telephone tell what is left of the story.',
  section: 'culture',
  topics: ['harbour', 'shipping'],
  bylines: ['amal-haddad'],
  dateline: 'Port Linnet',
  kind: 'feature',
  language: 'en',
  picture: 'harbour-history',
  published: { hoursAgo: 196 },
  updated: { hoursAgo: 171 },
  corrections: [
    {
      note: 'An earlier version gave the length of the breakwater as 1,410 metres. It is 1,140 metres long.',
      corrected: { hoursAgo: 171 },
    },
  ],
  body: [
    p(
      'The oldest piece of Port Linnet’s harbour is in the cellar of a shoe shop. To see it you must ask Benedikt Aro, who sells walking boots on Cable Street, to move a dozen boxes of winter stock, lift a hatch and go down first, because the fourth step is missing. At the bottom he holds up a lamp. An iron ring as wide as a dinner plate hangs from a block of grey stone, worn along its lower curve to the thickness of a finger. Nothing has been tied to it for more than two hundred and fifty years. The nearest ship is a hundred and ninety metres away, on the other side of a tram line, a bank and a multi-storey car park.',
    ),
    p(
      '“Everyone expects it to be bigger,” Aro says. “Then they put a hand on the worn part and stop talking.” He has owned the shop since 1991 and learned about the ring from the surveyor who told him not to buy the building. He bought it the same afternoon.',
    ),
    p(
      'The city has an official account of its harbour, printed on nine enamel panels along the promenade. It has a charter in it, an engineer, a royal visit and a prosperous future, in that order. None of it is false. But it was composed by the people who owned the quays, and it has little to say about those who worked on them, still less about mud, and nothing at all about luck.',
    ),
    p(
      'Over four months I asked archivists, retired dockers, divers, a tram driver and the owners of several damp cellars for something else: an object that could be picked up. I was shown about sixty. Some were splendid, such as a narwhal tusk that had been used for half a century to prop a window. The five that follow are plain. I chose them because each passed through the hands of somebody who changed where, or how, the water meets the city, and because not one of those people is on the panels.',
    ),
    h2('The ring'),
    p(
      'It was bought in 1717. The quay accounts of that year, a bundle of narrow sheets sewn at the corner, record a payment “for six rings of Swedish iron, and lead to set them”, and a second, smaller payment to the mason who dropped one in the river. Five were fixed to the face of what was then called the Town Quay, a timber front some seventy paces long. Aro’s is the only one anybody has found. The stone behind it still carries the mason’s mark, a fish with its mouth open, as if surprised.',
    ),
    p(
      'Nobody chose the place for its merits as a harbour. The Orle comes out of the hills with a load of fine brown silt, wanders through twelve bends, and lets go of everything it carries at the point where it meets the tide. A settlement grew there because a ford grew there, and the ford existed because the river was so shallow. From the first, the town lived by persuading ships to visit a spot that the river was busy turning into a field. Even its name is disputed ground: for a small finch, or for a customs officer called Linnet who died in debt.',
    ),
    p(
      'Oona Farrell knows the field from below. In 2009, before the foundations of the car park were poured, she was given seven weeks to dig the plot between Cable Street and Oyster Street, and she spent most of them in somebody else’s refuse. “I kept waiting to reach the natural ground,” she says. “At four metres I understood that there was none. The whole district is a rubbish tip with good manners.”',
    ),
    p(
      'What she uncovered was a method. Carpenters had built open boxes of oak and floated them out from the old front at high water; townspeople then filled the boxes with whatever they wished to be rid of. Farrell’s notebooks list oyster shell by the tonne, kiln wasters, ballast stones from four foreign coasts, the bones of horses, a complete pulpit. One box held two hundred and twelve shoes, every one of them made for the left foot.',
    ),
    p(
      'It took her a winter to explain the shoes. Merchants who feared theft, she found, sometimes sent the left and the right of a consignment in separate ships, so that neither cargo was worth stealing. The lefts came safely to Port Linnet in the autumn of 1734. The rights went down off the northern shoals. Somebody waited a decent interval and then built a harbour with what remained. Aro keeps one of the two hundred and twelve in his window, between the hiking sandals. He has had offers.',
    ),
    quote(
      'They did not set out to make land. They set out to reach deep water, and every time they reached it the river moved it further off.',
      'Oona Farrell, archaeologist',
    ),
    p(
      'The law helped. An ordinance of 1731 let any burgher with a river frontage push it outwards at private cost, on one condition: that a quay, open to all, be kept at the new edge. It was a cheap way to build a port, and for forty years it worked like a tide that only came in. A house on Cable Street that had been twelve metres deep became thirty, then sixty, then ninety. The narrow lots survive. Stand at Aro’s till and you can see daylight at the far end of his stockroom, so distant that it seems to belong to another day.',
    ),
    p(
      'Each new front turned the one before it into a back lane. Cable Street was a quay, and then it was a street. Oyster Street took its place and was left behind in turn. Seen on a map the four parallel streets of the Lower Town look like planning; they are closer to the rings in a felled trunk, four harbours laid down one outside the other, each marking the year in which the last became useless.',
    ),
    p(
      'The ring leaves the record in 1763, in a complaint. A ferryman named Josiah Crake told the magistrates that he had come to make fast at his accustomed place and found “a wall before it, and behind the wall a woman hanging linen”. The magistrates sympathised. They noted that the quay had not been removed; it was only that the water had. Crake was advised to buy a longer rope.',
    ),
    table(
      'Five waterfronts, measured from the ring in Cable Street',
      ['Waterfront', 'In use from', 'Metres from the ring', 'Depth at low water when new'],
      ['Town Quay', '1717', '0', '2.1 m'],
      ['Oyster Quay', '1748', '62', '2.7 m'],
      ['Sable’s Wharf', '1779', '118', '3.4 m'],
      ['Custom House Quay', '1884', '190', '6.8 m'],
      ['Outer Terminal', '1979', '2,300', '13.5 m'],
    ),
    h2('The ledger'),
    p(
      'The city archive keeps the quay dues on its third floor, in a room held at sixteen degrees where visitors are lent a grey cardigan. Nadia Petrossian, who has been the archivist for thirty-one years, brings out volume fourteen on a foam cradle. It is bound in calf, blackened at the lower corner by a thumb, and when it is opened it gives off a breath of tar so strong that a man at the next desk looks up from his parish register and smiles.',
    ),
    p(
      'The volume covers the business of a single wharf from 1788 to 1811. Ships are entered by name, master, draught and charge. The hand is upright and unhurried, and at the foot of every page it signs itself “for Thos. Sable, wharfinger”. In the spring of 1996 Petrossian was preparing the book for microfilm when she happened to have a burial register open on the same table. Thomas Sable, wharfinger, had been interred at St Brannoc’s on 9 February 1789.',
    ),
    p(
      '“I thought: a son. Then a brother. I went through every male Sable in the city,” she says. “It did not occur to me for a week, and I am ashamed of the week.” What settled it was the capital S, which has a small hook at its base like the barb of a fish-hook. She had seen it once before, on a petition for the relief of seamen’s families. It was signed in full, in the same ink-brown verticals, by Marguerite Sable, widow.',
    ),
    p(
      'A licence to keep a wharf could be held only by a man. It could, however, be held by a man who was away. Marguerite Sable had been left with two daughters, a mortgage and the best berth on the Orle, and she seems to have studied the by-laws with close attention. They required the licensee to renew his oath in person each January. The clerk’s minutes for twenty-two successive Januaries read “Mr Sable indisposed”. Nobody asked with what.',
    ),
    p(
      'It would be a good anecdote if she had merely kept the place going. She did something stranger: she changed what a harbour charged for. Every wharf of the time took its dues by a ship’s length, since length was what occupied the quay. Sable began, in her first autumn, to charge by draught, the depth of hull below the water. Deep ships, she reasoned, scoured the berth as they came and pressed the mud into ridges as they sat, and somebody had to pay for digging it level. She called the extra the _mud penny_.',
    ),
    p(
      'To levy it fairly she had to know how deep her water was, and so she measured. On the first Monday of the month she had herself rowed along the front with a lead line whose hollow end was packed with tallow, and wrote the soundings in the margin of the ledger, with a note of what had stuck: sand, shell, blue clay, once a button. There are two hundred and sixty-four months of it without a gap. She went out in the week that her younger daughter died. The entry for that Monday gives eleven depths and the word “wind”.',
    ),
    alsoRead('tide-gauge'),
    p(
      'The merchants were furious. In 1797 fourteen shipowners petitioned against what they called “a tax upon gravity”, and offered the opinion that Mr Sable must have lost his reason in his long illness. The reply, over the dead man’s name, is four lines long. It encloses a drawing of the riverbed in section, with their own ships’ keels sketched in at the depths declared to the customs, several of them well below the bottom of the river. The petition was not pursued.',
    ),
    p(
      'Money from the mud penny hired bucketmen, then a spoon-dredger worked by a windlass, and for two decades Sable’s Wharf was the only berth on the river to grow deeper with age. When war closed the sea in 1807 and no ship came for twenty months, she let her empty frontage to ropemakers by the fathom, and drew a little more from their cordage than she had from the last year of cargoes. The soundings went on, though there was nothing to charge for them. “That is where I began to love her,” Petrossian says. “Nobody was paying. She simply wanted to know.”',
    ),
    p(
      'The ruse ended with Captain Fenwick Dray, appointed harbourmaster in the summer of 1811 with orders to tidy the licences. Dray was a literal man who had lost an ear and his patience in the same battle. He announced that he would renew nothing for anyone he had not met, and in September he presented himself at the wharf and asked to be taken to Mr Sable. Marguerite Sable fetched her bonnet. They walked up the hill to St Brannoc’s, and she showed him the stone.',
    ),
    p(
      'What was said there neither of them put on paper. Dray’s report to the council survives, and its whole treatment of the question is a single sentence, which the archive now sells on a postcard.',
    ),
    pullQuote('I have met Mr Sable and find him steady.', 'Captain Fenwick Dray, harbourmaster, September 1811'),
    p(
      'The licence was renewed. The following spring a by-law of three lines made such licences transferable to widows; in the next half-century at least six women in the city held one under their own names. Sable gave up the wharf in 1812, at sixty-six, as though the fun had gone out of it. She lies beside her husband. Her dates are on the stone, and below them, where a text from scripture would go, a row of figures that generations of sextons took for a mistake. They are in fathoms.',
    ),
    p(
      'Her margins have had a second career. Because she sounded the same eleven points, hydrographers can overlay her river on theirs, and the series is the earliest measure anywhere on this coast of how fast an estuary fills. The rate they read from it, a little under two centimetres a year at the wharf, is still the figure from which the city reckons when it argues, as it does each decade, about what it costs to keep a channel open.',
    ),
    h2('The boot'),
    p(
      'It weighs eight kilograms and one hundred grams, most of it in the sole. The upper is leather gone hard as wood; the toe is brass, dented from inside. It is a right boot and quite small. In the maritime museum it used to stand in case thirty-one, beside a copper helmet that had nothing to do with it, above a label reading “Diver’s boot, about 1875”. When Femi Adeyemi-Ross became curator she took it out to have the verdigris cleaned, turned it over under a lamp, and found two letters scratched in the lead with a nail: S.D.',
    ),
    p(
      'The story that leads to those letters begins on 4 November 1868. Port Linnet had by then filled its river to the last useful metre, and larger ships lay in the open roads outside, waiting to be emptied into lighters. Shortly after noon the wind went round to the north-east, a quarter from which there was no shelter, and rose until dark. Twenty-three vessels dragged their anchors on to the bar within sight of the promenade. The lifeboat launched four times and came back three. A hundred and seventeen people drowned, the last of them so near the beach that those on shore could hear which hymn they were singing.',
    ),
    p(
      'Within a month the council had voted for a breakwater, and within three years it had Carl Rennick to build one. The promenade gives Rennick a panel and a statue, and he earned both. He was thirty-four, had built two smaller moles in calmer seas, and proposed an arm of rubble and concrete 1,140 metres long, faced with blocks of twenty-six tonnes. He designed the crane that set them and the railway that carried the crane. What he could not do was see the seabed. For that he had borings, made from a raft every fifty metres, and he had divers.',
    ),
    p(
      'Simão Delgado was one of eight. He had been born on São Vicente, in the Cape Verde islands, came north as a ship’s carpenter, was paid off in Port Linnet with a fever in 1866, and took work with a salvage company when he could stand. The wreck-strewn bar of 1868 taught him the trade. By 1872 he was on the breakwater’s books at five crowns a day, twice a mason’s wage, for which he spent up to four hours at depths of seventeen metres, in water so thick that he worked with his eyes closed because there was less to be distracted by.',
    ),
    p(
      'In the evenings he drew what his hands had told him. The museum has the copybook, thirty-one pages bought from a dealer in 1958 and filed under “Amateur sketches, naval”. They are like no other engineering drawings I know. There is no horizon and no scale bar. Stones are shaded by how they felt: cross-hatching for weed, stipple for barnacle, and for bare new concrete a smooth grey rubbed with the ball of the thumb. In the corner of each page he set down the state of the tide and what he had eaten.',
    ),
    p(
      'Page nineteen, of October 1877, is almost black. Six hundred and forty metres out, where the borings promised gravel, Delgado had stepped off the last of the rubble and gone into the bottom to the thigh. He felt his way round it over six dives and judged it a pocket of soft blue mud, perhaps a hundred metres across, lying exactly on the line. He told the foreman, who told the assistant engineer, who observed that a boring was a fact and a diver was an opinion.',
    ),
    p(
      'The crane set the next block on a Friday. By Saturday’s low water it had gone down a metre and a half, tilted, and was still moving. A second was put beside it and followed. On 12 January 1878 Rennick, who by all accounts hated the sea and never so much as paddled, had himself bolted into a suit and lowered to look. He was under for nine minutes. According to the boat’s log he asked, when the helmet came off, for brandy, a chart and Delgado.',
    ),
    p(
      'They redrew the breakwater that week. From the six-hundred-and-fortieth metre it bends fourteen degrees to seaward, skirts the mud, and runs on. The bend cost most of a year and a quarter of a million crowns, and it did something nobody had intended: waves that would have run along the inner face are thrown off at the angle and break against each other. Engineers come to look at it. On the contract drawings it is labelled “Deviation”. On the charts, and on the promenade, it is Rennick’s Elbow.',
    ),
    p(
      'Fourteen men died building the arm, five of them divers. Nobody yet understood that a body kept under pressure must be brought up by stages; what they knew was that strong men surfaced laughing, lit a pipe, and an hour later could not stand. They called it the screws. Delgado had it in the elbows from 1880 and in the spine in the last summer of the work. He never recovered the use of his left leg. The contractors offered a purse of forty crowns. It was the masons who went to the council with a petition, five pages of marks and signatures, and got him a pension of twelve crowns a month.',
    ),
    p(
      'With it he opened a lodging house in Oyster Street, where for a generation any seaman from the islands could have a bed, a letter written and an opinion on his captain. He died in 1907. The house is a bicycle shop. His great-great-granddaughter, Inês Delgado-Moore, drives a tram on Line 4, and passes the statue of Rennick twenty-two times in a shift.',
    ),
    p(
      '“I don’t grudge him it,” she says, over coffee at the depot, at six in the morning. “He went down. Nine minutes, but he went down, and he came up and asked for the right man. How many bosses would?” What she would like is the name. She wrote to the hydrographic office in 2019 to propose that the bend be called after the person who found the reason for it. A courteous reply explained that charted names are altered only where they have become a danger to navigation.',
    ),
    quote(
      'So I told them: it’s been a danger to the truth since 1878. They said that came under a different department.',
      'Inês Delgado-Moore, tram driver',
    ),
    p(
      'The boot has moved to the front of the gallery, alone in its case and turned on its side, so that visitors see the sole. The new label gives his name, his island and his depth. Adeyemi-Ross has noticed that children always ask where the other one is. It was not lost, so far as she can tell. The dive ledger shows that in his final season he was issued only the right; the left leg, by then, was heavy enough without it.',
    ),
    relatedNews('museum-roof', 'tram-line-4', 'ferry-day'),
    p(
      'The breakwater opened on a wet Tuesday in 1884. In the storm of 1911, stronger than that of 1868 and from the same quarter, thirty-eight vessels rode at anchor behind it and not one was lost. By then steamers of five thousand tons lay three abreast at the new Custom House Quay. For the first time in its history the city had more depth than it needed. It needed, instead, backs.',
    ),
    h2('The pencil'),
    p(
      'Anton Vandersteen keeps it in a matchbox, on cotton wool, in the drawer with the passports. It is four centimetres long, six-sided, without a maker’s name. When he was a boy his grandmother would lick the point and touch it to the back of his hand, and the grey would bloom into a violet that took a week to wear off. “Indelible,” says Vandersteen, who is seventy-one and taught arithmetic. “She said the word as other people’s grandmothers said _amen_.”',
    ),
    p(
      'In 1930 the port gave work to 3,100 men, and gave it by the half-day. They came to the iron enclosure inside Gate Three before six in the morning and stood packed to the bars while foremen on a raised step looked them over. Those who were wanted got a brass tally, pressed into the palm if the foreman knew them and tossed over their heads if he did not. There was usually a scuffle. At noon it was done again. A man might load the same ship for a week and be hired for it twelve times.',
    ),
    p(
      'Ruth Vandersteen stood on the other side of the bars. She was tally clerk to the stevedores Aldous & Pym, twenty-six years old, unmarried then and called Ruth Hale, and her duty was to count: so many slings out of the hold, so many bags to the sling. She sat on an upturned crate at the hatch with a board on her knee. The firm preferred women for the post because they drank less, and because it supposed they would not talk to the men.',
    ),
    p(
      'What she noticed first was the hides. They came salted from the south, in bundles that the manifest put at fifty kilograms, and from the manifest the gangs were paid, at so much a ton. But hides that have crossed an ocean in a sweating hold are full of brine. The bundles in the slings weighed sixty, sixty-five. It was so with timber that had been deck cargo through a week of rain, with jute, with grain that had heated. Owners paid freight on the dry ton. Men carried the wet one.',
    ),
    p(
      'Everybody knew it, in the sense in which everybody knows the weather. She decided to write it down. There was a spring balance at the head of Number Two crane, used for nothing since its inspector retired, and the driver was a cousin. Each time he lifted a sling he called the reading to her under cover of a cough, and she put it, in violet, in a second book that fitted inside her cuff. She kept this up through rain, frost and a change of foreman, for nineteen months.',
    ),
    p(
      'In October 1934 a gang refused a cargo of hides from the steamer _Aurelia_. The employers closed all six gates. The lock-out ran for ten weeks and is remembered in this city chiefly through its food: the auction men who let baskets of whiting fall off the cart outside Seamen’s Hall each dawn, the coppers set up in the chapel laundry, the bakers’ slate. Tram crews would not carry replacement labour past the Custom House, and conductors rang the bell for a full stop wherever it was tried, got down, and examined the wheels.',
    ),
    alsoRead('fish-auction'),
    p(
      'The Assembly appointed an arbitrator, Lorne Abery, a retired judge of appeal with a name for siding with property. He sat in the ballroom of the Station Hotel because it was the only warm room large enough. For eight days he heard the men say that the loads were heavy and the firms say that loads were always called heavy. On the ninth the union’s solicitor called a witness whose name was not on his list, and a young woman in a brown coat walked up between the potted palms and asked whether she might put down her bag, since it held some figures.',
    ),
    p(
      'She was on her feet for six hours. Counsel for the firms, a clever man, began with her loyalty and moved on to her sums. He had her multiply, aloud, 63 by 417. He suggested that a girl with a spring balance was not a scientific instrument. She agreed, and said that for that reason she had had the balance tested at the gasworks on the first of every month, and here were the nineteen certificates. It was then, according to the reporter of this newspaper, that the judge laid down his own pen and asked if he might borrow her pencil to see whether it really could not be rubbed out.',
    ),
    p(
      'Abery found that over the period the gangs had been paid for eighty-one tons in every hundred they lifted. He ordered 46,000 crowns in arrears, and a public weighbridge at each gate with a dial that could be read from both sides. One of the dials still stands in the forecourt of Seamen’s Hall, its two needles permanently in agreement. The half-day hiring went on for another thirteen years, because that had not been the question before him.',
    ),
    p(
      'It is fair to record the other side. Edmund Pym, the junior partner, left a memoir that his family lent me. “We were not thieves,” he wrote in 1951. “We did what each quay in every port did, and a firm that paid the wet ton alone would have been carried out on it. I have often thought that Miss Hale did us a kindness, for she made all of us honest upon the same morning, and nobody was ruined. I did not think so at the time.” At the time he dismissed her, by a note handed in while she was still giving evidence.',
    ),
    p(
      'No office on the waterfront would have her after that. She kept the books of the dockers’ co-operative, married a crane driver who was not the cousin, and sat out the war in the shelter beneath the hall through both of the raids that took the roofs off the Custom House and the pen off Gate Three. In 1949 the Harbour Board was reformed to include three members chosen by the workforce. She was the first of them elected and, for sixteen years, the only woman in the room. The minutes show that she spoke rarely. They show, too, that when she spoke the item was generally deferred while somebody checked the figures.',
    ),
    p(
      'I asked her grandson whether she had thought of herself as brave. He considered it as he must have considered wrong answers for forty years, looking for the part that could be saved. “She thought of herself as accurate,” he said. “She didn’t believe there was much difference. She said people will forgive you for being against them, but never for being right to the second decimal place.” Then he wetted the tip of a finger, touched the pencil, and drew on the back of my hand a short violet line. I wore it home.',
    ),
    h2('The telephone'),
    p(
      'The last object is grey, has a dial, and lives on a hall table in a bungalow on Gull Road, where it is connected to nothing. Wilhelmina Kask unscrewed it from the wall of the old pilot station in 2006 with the permission, she says, of nobody. For forty years it had hung in the round room at the end of the breakwater, below the lamp. Its number was four. It was in no directory and there can have been hardly a household in the Lower Town that did not know it.',
    ),
    p(
      'Kask is seventy-nine and small, with a stillness about her that I took at first for deafness. She went to the station in 1966 to cook and to handle the boat’s lines. In 1984, after eight years of applications, she became the first woman licensed to pilot on the Orle. A pilot’s work is easily described. You go out in a launch to a ship that will not stop for you, jump to a rope ladder on its side, climb as much as nine metres, and walk on to the bridge of a stranger who must, within about a minute, be willing to do everything you say.',
    ),
    p(
      'She was on the launch on the morning of 17 May 1972. The _Halden Star_ was not a large ship, and from the sea she looked unfinished, with no derricks and a deck like a table. She carried eighty-eight steel boxes. A hired crane on the Custom House Quay had them ashore by three in the afternoon. Kask, who had heard about Ruth Vandersteen and had the same vice, did the count: twelve men, nine hours, the cargo on which ninety would have spent a working week.',
    ),
    quote(
      'They stood along the quay with their hooks over their shoulders and nobody jeered. You jeer at something you think might go away.',
      'Wilhelmina Kask, retired pilot',
    ),
    p(
      'It did not go away. In 1970 there were 2,600 registered dockers in Port Linnet; in 1985 there were 410. Boxes want acres to stand in and water enough for the ships that pile them high, and the inner harbour had neither, so in 1979 the trade went down-river to a terminal dredged out of the saltings. Geographers call this the usual pattern. What it meant on Custom House Quay was that a street on which you had once needed to shout was suddenly a street in which you could hear a flag. Grass came up between the rails. The rats, Kask remembers, left in a body over about a fortnight, and were seen crossing the lifting bridge at night when the road was closed.',
    ),
    p(
      'The yard on the far bank fell silent by degrees, a slipway at a time, and launched the last of its big hulls in the autumn of 1986. Four years of nothing followed, then repairs, then barges. Men who had riveted ships queued to fit kitchens. On summer evenings couples drove to the empty quays to look at the water, and it was noted as a novelty that one could.',
    ),
    image('harbour-dredger', 'A dredger in the approach channel, where the river still drops what it carries.'),
    p(
      'In that silence the city very nearly finished what the burghers of 1731 had begun. A council plan of 1988 proposed to fill the basin in front of Sable’s Wharf, from wall to wall, and lay out two thousand parking spaces. The engineering was sound and the price attractive. An objectors’ committee met in the back of a public house; its chair was a retired tally clerk of eighty, who brought figures. She showed that the fill would settle unevenly on the silt, and cost more in the repair of tarmac each year than the dredging that it saved. The plan fell by a single vote in the chamber. The multi-storey on Oyster Street, put up two decades later, is the only part of it that was ever built.',
    ),
    p(
      'Through all of this the telephone rang. Masters and agents had their radios; what came down the wire was the city. A landlady wished to know whether to put the potatoes on. A bride’s father asked about fog. Above all, night after night, there were women’s voices, and some men’s, and in later years children’s, with one question in three words: _is she in?_ The duty pilot would look at the board and say that she was at the outer buoy, or that she had been spoken off the cape, or that there was no word yet, and for a moment before the receiver went down would hear a kitchen.',
    ),
    p(
      'No regulation provided for it. A superintendent who arrived in 1975 tried to end the practice and was reasoned with. Kask reckons that she answered some thirty thousand such calls. It made her, she thinks, a better pilot, for she could not afterwards look at a ship without a notion of who was waiting to hear about it. “On a bridge they give you the length, the beam, the draught,” she says. “I used to add one. I’d think, potatoes.”',
    ),
    p(
      'The station was shut in 2006, when the pilots moved to a control room at the terminal, with screens. Kask had the last watch, and had been told to expect no calls because the line would be cut at midnight. At twenty to twelve it rang. The voice was an old woman’s, quite clear, and she gave the name of a coaster, the _Petrel_. Was she in? Kask knew the ship. She had been sold in 1983 and broken up in 1991. She knew, too, or guessed, which of the houses under the hill had a light on at that hour, and that the husband who had been mate of the _Petrel_ lay in the new cemetery.',
    ),
    p(
      'I asked what she had said. She moved the receiver a little on its cradle, so that the cord hung straight. “I looked out, as one does. It was a fine night, flat calm, you could see the buoys right out to the bar. And I said, no, my love. Not on this tide.” She thought about it. “Which was true.”',
    ),
    factBox('If you want to see them', [
      '**The ring** is shown by the owner of the shoe shop on Cable Street, on request, except in sale weeks.',
      '**The ledger** can be ordered in the city archive’s reading room with two days’ notice; a facsimile lies open in the lobby.',
      '**The boot** stands at the entrance to the diving gallery of the maritime museum.',
      '**The pencil** and **the telephone** are in private hands. The double-faced dial outside Seamen’s Hall may be read at any hour, from either side.',
    ]),
    h2('What the water keeps'),
    p(
      'Put the five on one table, which I should have liked to do and which their keepers, politely, would not allow, and they have less in common than one might hope. They do not add up to progress. Each generation here solved the problem it had inherited, and by solving it manufactured the next: the quays that reached the channel narrowed it, the breakwater that sheltered the ships called up more ships than there were people to unload them fairly, the boxes that ended the cruelty of the pen took away the wages with it.',
    ),
    p(
      'They do share a habit of attention. Farrell sieving for shoes, Sable with tallow on her line, Delgado shading barnacles by lamplight, a clerk counting coughs, a pilot who hears a kitchen: none of them was asked for that degree of care, and some were punished for it. In my notes for this piece the word that recurs is not _trade_ or _sea_. It is _exactly_.',
    ),
    p(
      'The harbour is in motion again. There are [hulls on order at Orle Yard](story:shipyard-order), where for years there were only repairs. Out past the bar the sea floor is being parcelled up for turbines, whose parts are far too long for boxes and will need quays and, it is said, hands. The city talks of deepening the channel once more. In the meetings about it there is always an expert with a chart of the bed of the Orle, coloured by depth, and in the bottom corner of the chart, in type so small that I had it read to me by somebody younger, stands a credit: _soundings 1789–1811, M. Sable_.',
    ),
    relatedNews('harbour-dredging', 'wind-lease', 'lifting-bridge', 'harbour-insurance'),
    p(
      'There is one thing more, and it belongs to the cellar. In the third week of March, at the equinoctial springs, when the tide runs higher than at any other time of the year, Benedikt Aro telephoned and asked how soon I could be in Cable Street. It was a little after seven in the evening. He had already shifted the boxes.',
    ),
    p(
      'The steps were slick. He held the lamp low and I saw that the floor of the cellar was moving. Water was coming up between the flags, without any sound, quite clear, as it might rise in a glass; it had found its way from the quay beneath the bank, the car park and the tram, through three centuries of oyster shell and other people’s shoes. It has done so in four of the last six years, Aro told me, and before that not once in his time. His insurers have begun to write him longer letters. I put a finger in it and tasted it, and it was salt.',
    ),
    p(
      'We stood there until it stopped. At the height of the tide it covered the two lowest steps and lay against the grey block, under the surprised fish, so that the bottom of the ring, the worn part, just broke the surface and laid a bright crooked circle on the water. Anyone could have made fast to it. Then for a long minute nothing happened, as it does at the turn; and then, exactly as it had come, it began to go.',
    ),
  ],
}
