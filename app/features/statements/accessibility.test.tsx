import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AccessibilityPage } from './accessibility.page'

test('the accessibility statement names the address that the council has set', () => {
  const page = renderToStaticMarkup(
    <AccessibilityPage councilName="Westmarsh" contactEmail="plan@westmarsh.example" />,
  )
  expect(page).toContain('<a href="mailto:plan@westmarsh.example">plan@westmarsh.example</a>')
  expect(page).not.toContain('by the contact details on the council’s own website')
})

test('and where none is set, says where else to write', () => {
  const page = renderToStaticMarkup(<AccessibilityPage councilName="Westmarsh" />)
  expect(page).toContain('write to Westmarsh by the contact details on the council’s own website')
  expect(page).not.toContain('mailto:')
})
