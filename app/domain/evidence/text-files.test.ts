import { expect, test } from 'vitest'
import { controlsIn, isEmail, isMostlyText, sixteenBitMark } from './text-files'

test('tabs, ends of lines, soft ones too, and of pages are no control letters; others are', () => {
  expect(controlsIn('a\tb\nc\vd\fe\rf')).toBe(0)
  expect(controlsIn('\u0001a\u0008\u000e\u001f')).toBe(4)
})

test.each([
  [200, 1, true],
  [199, 1, false],
  [0, 0, true],
])('of %i letters %i control letters are text: %s', (letters, controls, is) => {
  expect(isMostlyText({ letters, controls })).toBe(is)
})

test.each([
  [[0xff, 0xfe, 0x61, 0], 'utf-16le'],
  [[0xfe, 0xff, 0, 0x61], 'utf-16be'],
  [[0xff, 0xfb, 0x90], undefined],
  [[], undefined],
])('the mark of %j says %s', (bytes, mark) => {
  expect(sixteenBitMark(new Uint8Array(bytes))).toBe(mark)
})

test('an email is known by all of its headers', () => {
  expect(isEmail('From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nFrom: b')).toBe(true)
  expect(isEmail('Notes\nFrom: a@example.org\nMIME-Version: 1.0\n\nx')).toBe(false)
  expect(isEmail('From: a\nTo: b\n\nx')).toBe(false)
})
