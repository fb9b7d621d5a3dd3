/**
 * A password is long and not one that people guess; what it is made of is its owner's affair.
 *
 * Source: NCSC and NIST SP 800-63B: length before complexity, refuse common and self-evident ones,
 * no forced change. Decision 0006.
 */
import { type Decision, no, yes } from '~/domain/decision'

export const shortestPassword = 12
export const longestPassword = 200

// What is left of the common ones that are long enough once figures and marks at the end are taken
// off and the usual swaps (@ for a, 0 for o) are undone.
const commonCores = new Set(
  [
    'password passwordpassword mypassword thepassword newpassword changepassword defaultpassword',
    'changeme changemenow letmein letmeinnow welcome welcomehome welcometo welcomeback',
    'administrator admin adminadmin superuser qwerty qwertyqwerty qwertyuiop asdfghjkl zxcvbnm',
    'iloveyou iloveyouso ilovemykids iloveyouforever trustno trustnoone sunshine princess football',
    'liverpool liverpoolfc manchester manchesterunited manchestercity arsenal arsenalfc chelsea',
    'chelseafc tottenham newcastle everton england blahblahblah monkey dragon superman batman',
    'starwars pokemon whatever summertime january february september october november december',
    'spring summer autumn winter london birmingham monday friday secret topsecret supersecret',
    'childrenservices childrensservices socialworker socialwork safeguarding ofsted council',
    'waymark waymarkwaymark correcthorsebatterystaple thisismypassword abcdefghijkl',
  ].flatMap((line) => line.split(' ')),
)

const keyboardRuns = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]

const swaps: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The word under the decoration: "P@ssw0rd-2026!" is "password". */
const core = (password: string): string =>
  [
    ...password
      .toLowerCase()
      .replace(/[^\p{L}]+$/u, '')
      .replace(/^[^\p{L}@$]+/u, ''),
  ]
    .map((letter) => swaps[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}]/gu, '')

const backwards = (text: string): string => [...text].reverse().join('')

function isARun(text: string): boolean {
  return keyboardRuns.some((run) => run.includes(text) || backwards(run).includes(text))
}

/** "abcabcabcabc": a short piece said again and again. */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+.{0,3}$/u.test(text)

/**
 * Whether `password` may be chosen by a person of this name and address.
 * @param owner what others know about them; none of it may be all there is to the password
 */
export function canBePassword(password: string, owner: { name: string; email: string }): Decision {
  const length = [...password].length
  if (length < shortestPassword) {
    return no(
      `Use at least ${shortestPassword} characters. Three or four words you can picture work well.`,
    )
  }
  if (length > longestPassword) return no(`Use at most ${longestPassword} characters.`)

  const letters = plain(password)
  const word = core(password)
  const common = 'That password is one of the first that others would try. Choose another.'
  if (commonCores.has(word) || commonCores.has(letters)) return no(common)
  if (isARun(letters) || isRepeated(letters) || word.length + letters.length === 0)
    return no(common)

  // What is left without the name, the address and the figures must still be a secret.
  const known = [...owner.name.split(/\s+/), ...owner.email.split(/[@.]/)].map(plain)
  const left = known
    .filter((piece) => piece.length > 2)
    .reduce((rest, piece) => rest.replaceAll(piece, ''), letters)
    .replace(/\d/g, '')
  if (left.length < 4 && /\p{L}/u.test(letters)) {
    return no('Use more than your name and figures: others know them.')
  }
  return yes
}
