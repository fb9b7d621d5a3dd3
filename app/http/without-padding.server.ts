import { Transform } from 'node:stream'

/**
 * Takes out the NULs with which React 18 fills up a piece of a page where a letter of several bytes does
 * not fit at its end: in a field a browser would show each as a � amid what was typed.
 */
export const withoutPadding = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk)
    },
  })
