import { notThere } from '~/auth/context.server'

// Thrown, not answered: a 404 that is answered would be drawn as this route's own, empty page.
export const loader = () => {
  throw notThere()
}

export default function NothingHere() {
  return null
}
