/**
 * An outcome says what is different for children and families, or what is true once the action is
 * done. “Review the strategy” says what we do: that is asked about, as a question, and never refused.
 *
 * It is taken for an activity only where it begins as one and says nothing of a result: a question too
 * many teaches people not to read them. Source: PRODUCT "action"; the words are Waymark's own.
 */

/** Verbs that begin what somebody does. With each its form in -ing. */
const activities: readonly (readonly [verb: string, ing: string])[] = [
  ['review', 'reviewing'],
  ['consider', 'considering'],
  ['explore', 'exploring'],
  ['look at', 'looking at'],
  ['look into', 'looking into'],
  ['scope', 'scoping'],
  ['map', 'mapping'],
  ['identify', 'identifying'],
  ['analyse', 'analysing'],
  ['evaluate', 'evaluating'],
  ['discuss', 'discussing'],
  ['consult', 'consulting'],
  ['develop', 'developing'],
  ['devise', 'devising'],
  ['design', 'designing'],
  ['draft', 'drafting'],
  ['write', 'writing'],
  ['rewrite', 'rewriting'],
  ['revise', 'revising'],
  ['refresh', 'refreshing'],
  ['update', 'updating'],
  ['produce', 'producing'],
  ['prepare', 'preparing'],
  ['create', 'creating'],
  ['establish', 'establishing'],
  ['set up', 'setting up'],
  ['introduce', 'introducing'],
  ['implement', 'implementing'],
  ['launch', 'launching'],
  ['roll out', 'rolling out'],
  ['embed', 'embedding'],
  ['deliver', 'delivering'],
  ['commission', 'commissioning'],
  ['procure', 'procuring'],
  ['recruit', 'recruiting'],
  ['appoint', 'appointing'],
  ['train', 'training'],
  ['brief', 'briefing'],
  ['hold', 'holding'],
  ['organise', 'organising'],
  ['arrange', 'arranging'],
  ['undertake', 'undertaking'],
  ['carry out', 'carrying out'],
  ['conduct', 'conducting'],
  ['complete', 'completing'],
  ['audit', 'auditing'],
  ['monitor', 'monitoring'],
  ['agree', 'agreeing'],
  ['publish', 'publishing'],
  ['circulate', 'circulating'],
  ['share', 'sharing'],
  ['continue', 'continuing'],
  ['work with', 'working with'],
  ['strengthen', 'strengthening'],
  ['ensure', 'ensuring'],
]

/** Things that are made or held; one of them alone is a product and not an outcome. */
const products =
  'strategy|policy|protocol|procedure|process|framework|toolkit|guidance|handbook|template|checklist|action plan|work ?plan|plan|programme|project|training|workshops?|briefings?|review|audit|working group|task (?:and finish )?group|panel|forum|board|report|business case|needs assessment|dashboard|tracker'

const people =
  'children|child|young people|young person|families|family|parents?|mothers?|fathers?|carers?|care leavers|babies|baby|siblings|every (?:child|family|baby)|each (?:child|family)|no (?:child|family|baby)'

/** What a person is, has or does: what makes a sentence about children one about their lives. */
const lives =
  'are|is|have|has|had|get|gets|receive|receives|live|lives|stay|stays|know|knows|feel|feels|say|says|see|sees|keep|keeps|can|do|does|no longer|never|always|wait|waits|move|moves|experience|experiences|achieve|achieves|understand|understands|benefit|benefits|leave|leaves|hear|hears|meet|meets|return|returns|become|becomes|make|makes|grow|grows|come|comes|need not|will'

const escaped = (words: string): string => words.replaceAll(' ', String.raw`\s+`)
const anyOf = (words: readonly string[]): string => words.map(escaped).join('|')

const verbs = anyOf(activities.map(([verb]) => verb))
const ings = anyOf(activities.map(([, ing]) => ing))
const lead = String.raw`^(?:to\s+|we\s+(?:will|shall|are\s+going\s+to|plan\s+to|aim\s+to|need\s+to)\s+|(?:fully|further|jointly|regularly|formally|urgently)\s+|and\s+)*`

// A verb is one where something follows that it is done to: “Review the policy”, not “Review timeliness
// improves” or “Reviews are on time”.
const object = String.raw`\s+(?:and\s+\w+\s+)?(?:the|a|an|all|any|our|its|their|new|more|how|whether|what|why|that|with|options?|ways?|current|existing|further|regular|monthly|quarterly|weekly|annual|staff|managers?|social\s+workers?|practitioners?|partners?|teams?|to|and|for|of|on|into|${escaped(products)}|(?:[\w-]+\s+){1,3}(?:${escaped(products)}|arrangements|practice|processes|systems?|services?|capacity|pathways?))\b`
const beginsAsActivity = new RegExp(String.raw`${lead}(?:${verbs})${object}`, 'i')
// “Reviewing the policy”, but not “Reviewing plans together has stopped drift”.
const isDoing = new RegExp(
  String.raw`^(?:${ings})\s+(?!.*\b(?:is|are|has|have|means|makes|helps|keeps|ends|gives)\b)\S`,
  'i',
)
const nounOfActivity =
  /^(?:an?\s+|the\s+)?(?:full |formal |joint |thorough )?(?:review|development|implementation|introduction|creation|production|completion|delivery|evaluation|launch|roll-?out|establishment|recruitment|commissioning|audit|analysis|consideration)\s+of\b/i
const aloneAProduct = new RegExp(
  String.raw`^(?:an?\s+|the\s+|our\s+)?(?:[\w-]+\s+){0,4}(?:${escaped(products)})(?:\s+(?:for|on|about|in|of|to)\s+[\w\s-]{1,60}|\s+(?:in place|developed|agreed|written|signed off|launched|published|implemented|completed?|approved|refreshed|updated|reviewed|delivered|held))?[.]?$`,
  'i',
)

const saysResult = [
  /\bso\s+(?:that\b|(?:the\s+)?(?:children|families|young|parents|care|no|every|each|they|carers)\b)/i,
  /\bin order that\b|\bwhich means\b|\bmeaning that\b|\bas a result\b|\bresult(?:s|ing) in\b|\bleading to\b/i,
  // a figure to reach
  /\b\d+(?:\.\d+)?\s*(?:%|per cent|in (?:ten|10|every))|\bfrom \d+\S* to \d+/i,
  // children and what they are, have or do; not where that is only what is looked into
  new RegExp(
    String.raw`(?<!\b(?:how|whether|why|where|when|what|if)\s+(?:the\s+|well\s+|often\s+|many\s+|our\s+)*)\b(?:${escaped(people)})(?:\s+(?:and|or|in|on|with|under|who|leaving|aged)\s+[\w\s’'-]{1,40}?)?\s+(?:\w+ly\s+|all\s+|also\s+)?(?:${lives})\b`,
    'i',
  ),
] as const

/**
 * What to ask about an outcome; undefined where there is nothing to ask. An outcome that is not
 * written yet is asked about elsewhere.
 */
export function outcomeQuestion(outcome: string): string | undefined {
  const words = outcome.trim().replace(/\s+/g, ' ')
  if (words === '' || saysResult.some((result) => result.test(words))) return undefined
  const isActivity = [beginsAsActivity, isDoing, nounOfActivity].some((begins) =>
    begins.test(words),
  )
  if (!isActivity && !aloneAProduct.test(words)) return undefined
  return `“${shortened(words)}” says what will be done. What will then be different for children and families?`
}

const longest = 90
const shortened = (words: string): string => {
  const bare = words.replace(/\.$/, '')
  return bare.length <= longest ? bare : `${bare.slice(0, longest).replace(/\s\S*$/, '')} …`
}
