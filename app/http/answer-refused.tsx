import type { Request, Response } from 'express'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Refused, RefusedPage } from '~/ui/refused-page'

/** Whose plan it is and how its pages look, as `app.locals` knows them. */
export interface RefusedFrame {
  councilName?: string
  stylesheet?: string
}

/**
 * Answers what is refused before any page is asked: to a person as a page that needs no script, to a
 * program, such as the one that sends files ahead, in the sentence alone.
 */
export function answerRefused(
  request: Request,
  response: Response,
  status: number,
  refused: Refused,
): void {
  response.status(status)
  if (request.accepts(['text', 'html']) !== 'html') {
    response.type('text/plain').send(refused.sentence)
    return
  }
  const { councilName = 'Waymark', stylesheet } = request.app.locals as RefusedFrame
  const page = <RefusedPage {...refused} councilName={councilName} stylesheet={stylesheet} />
  response.type('html').send(`<!doctype html>${renderToStaticMarkup(page)}`)
}
