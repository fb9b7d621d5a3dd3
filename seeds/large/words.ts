/** What a large plan is written in: invented, and varied enough that a search has something to tell apart. */
export const doing = [
  ...['Agree', 'Test', 'Rewrite', 'Introduce', 'Audit', 'Publish', 'Train managers in', 'Observe'],
  ...['Shorten', 'Simplify', 'Embed', 'Sample', 'Bring together', 'Chair weekly', 'Co-produce'],
  ...['Check every month', 'Report to the board on', 'Close the gaps in', 'Map', 'Refresh'],
]
export const things = [
  ...['reflective supervision', 'the hand-over protocol', 'chronologies', 'return home interviews'],
  ...['strategy meetings', 'pathway plans', 'initial health assessments', 'case summaries'],
  ...['permanence planning', 'the threshold document', 'care plans', 'life-story work'],
  ...['dip samples of closed referrals', 'the neglect toolkit', 'private fostering checks'],
  ...['the daily allocation meeting', 'family network meetings', 'genograms', 'safety plans'],
  ...['the workforce dashboard', 'letters before proceedings', 'placement stability meetings'],
  ...['the duty rota', 'independent visitor referrals', 'personal education plans'],
]
export const ways = [
  ...['in every team', 'with partner agencies', 'for newly qualified staff', 'by monthly audit'],
  ...['before the next visit', 'with young people', 'in the front door', 'for children in care'],
  ...['for care leavers over 21', 'within ten working days', 'in the emergency duty service'],
  ...['after each change of worker', 'for brothers and sisters', 'in disabled children’s teams'],
]
export const aims = [
  'Children are seen alone and their views change what is planned.',
  'Families tell their story once, and the next worker knows it.',
  'Decisions are made in time, and the record says why.',
  'Young people leave care with somebody to turn to.',
  'Managers notice drift early and act on it.',
  'Children live in one stable home, near those who matter to them.',
]
export const measured = [
  'Nine in ten sampled records show it, three months running.',
  'The share within timescale is at or above statistical neighbours.',
  'Children say so in the twice-yearly survey.',
  'No team is below eight in ten in the monthly audit of children’s records.',
]
export const said = [
  'Two teams have begun and children’s plans read better for it.',
  'The rota is in place; agency turnover in the north slowed us.',
  'Auditors sampled twelve files and found purpose and direction in nine.',
  'Training reached forty practitioners, and managers now ask about impact on children.',
  'The panel met weekly, and drift was challenged in seven children’s cases.',
  'We wait for the new template; the old one is still used in the west.',
  'Participation workers asked nineteen young people, who want fewer meetings.',
  'Partners attended, apart from health, who sent apologies again.',
  'The backlog fell by a third and nobody waits beyond five days.',
  'Two vacancies were filled, one by a worker who came back.',
]
export const shown = [
  'In nine of twelve children’s files both workers signed the hand-over.',
  'Timeliness rose from six in ten to eight in ten over the quarter.',
  'Practitioners say that supervision leaves room to think about children.',
  'Young people chose the questions and heard what changed.',
  'The policy was agreed and every team has read it for the children they know.',
  'Observers saw curious, respectful conversations with parents and children.',
]
export const pages = [
  'Method: children’s records were drawn at random from each team and read by two auditors, who compared notes before they graded.',
  'Finding: where the chronology was current, the analysis was sharper and the plan named who would do what for the child by when.',
  'Finding: supervision was regular in most teams; reflection was recorded in fewer than half of the records that were read.',
  'Finding: fathers and wider family were asked for their views in more records than last quarter, though not in the west.',
  'Voice: children spoke of workers who listen, and of too many changes; they asked to say goodbye properly.',
  'Next: team managers will repeat the sample in eight weeks and bring what they learn to the practice forum.',
]
export const firstNames = [
  ...[
    'Abena',
    'Aidan',
    'Bronwen',
    'Carys',
    'Chidi',
    'Dafydd',
    'Elif',
    'Fatou',
    'Gethin',
    'Harpreet',
  ],
  ...['Imogen', 'Jakub', 'Kavita', 'Leila', 'Morag', 'Niamh', 'Olu', 'Pádraig', 'Qasim', 'Rhian'],
  ...['Saoirse', 'Tariq', 'Una', 'Viktor', 'Wanjiru'],
]
export const lastNames = [
  ...['Abara', 'Bellweather', 'Chukwu', 'Dunmore', 'Ellery', 'Farrow', 'Gill', 'Hazelwood'],
  ...['Ibrahim', 'Jarvis', 'Khatun', 'Lomas', 'Marchetti', 'Nowak', 'Ormond', 'Penhaligon'],
  ...['Quaye', 'Rosewell', 'Sandhu', 'Thackeray'],
]
