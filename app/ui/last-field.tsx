import { wholeField } from './form-state'

/**
 * The last field of a long form. A form that is sent before its page has wholly come in carries only the
 * fields that were there; without this one among them, nothing is saved (field-shapes.ts, whole).
 */
export const LastField = () => <input type="hidden" name={wholeField} value="yes" />
