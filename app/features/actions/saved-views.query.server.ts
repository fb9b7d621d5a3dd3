import type { Context } from '~/auth/context.server'
import type { Decision } from '~/domain/decision'
import {
  canRemoveView,
  canSaveView,
  canSeeView,
  type SavedViewFacts,
} from '~/domain/plan/saved-view'
import { filterIn, isNarrowed, type RegisterFilter } from './register-filter'
import { type Sort, sortIn, sortWord } from './register-sort'

export interface RegisterQuery {
  filter: RegisterFilter
  sort: Sort
}

export interface SavedView extends SavedViewFacts, RegisterQuery {
  id: number
  name: string
  byName: string
}

export interface SavedViewsView {
  mine: { id: number; name: string; isShared: boolean }[]
  others: { id: number; name: string; byName: string }[]
  /** what would be saved; undefined where the address shows nothing in particular */
  shown: RegisterQuery | undefined
  share: Decision
}

/** What an address of the register asks for. */
export const registerQueryIn = (search: URLSearchParams): RegisterQuery => ({
  filter: filterIn(search),
  sort: sortIn(search.get('sort')),
})

/** The same as it is kept: only what the register knows, in one order. */
export function queryOf({ filter, sort }: RegisterQuery): string {
  const fields = Object.entries({ ...filter, sort: sortWord(sort) }).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(fields).toString()
}

/** Those that this reader may see: their own and what is shared, by name. */
export async function savedViews({ db, actor }: Context): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('savedViews as v')
    .innerJoin('people as p', 'p.id', 'v.personId')
    .where((eb) => eb.or([eb('v.personId', '=', actor.personId), eb('v.isShared', '=', true)]))
    .orderBy('v.name')
    .orderBy('v.id')
    .select(['v.id', 'v.name', 'v.personId', 'v.isShared', 'v.query', 'p.name as byName'])
    .execute()
  return rows
    .filter((view) => canSeeView(actor, view))
    .map(({ query, ...view }) => ({ ...view, ...registerQueryIn(new URLSearchParams(query)) }))
}

export const savedView = async (context: Context, id: number): Promise<SavedView | undefined> =>
  (await savedViews(context)).find((view) => view.id === id)

export async function savedViewsView(
  context: Context,
  shown: RegisterQuery,
): Promise<SavedViewsView> {
  const views = await savedViews(context)
  const isMine = (view: SavedView) => canRemoveView(context.actor, view).allowed
  const isAnything = isNarrowed(shown.filter) || sortWord(shown.sort) !== undefined
  return {
    mine: views.filter(isMine).map(({ id, name, isShared }) => ({ id, name, isShared })),
    others: views
      .filter((view) => !isMine(view))
      .map(({ id, name, byName }) => ({ id, name, byName })),
    shown: isAnything ? shown : undefined,
    share: canSaveView(context.actor, { isShared: true }),
  }
}
