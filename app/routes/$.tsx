export { notThere as loader } from '~/auth/context.server'

export default function NothingHere() {
  return null
}
