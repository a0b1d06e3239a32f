import { describe, expect, it } from 'vitest'
import { runCase } from './conformance.ts'

/** Our own sample of the language; the DMN kit's cases are run from its file by `npm run feel`. */
const SAMPLE: readonly (readonly [expression: string, expect: string | null])[] = [
  ['1 + 2 * 3 ** 2', '19'],
  ['2 ** 3 ** 2', '64'],
  ['-3 ** 2', '9'],
  ['10 / 4', '2.5'],
  ['1 / 0', null],
  ['"a" + "b"', '"ab"'],
  ['"a" + 1', null],
  ['1 < 2 and 2 < 3', 'true'],
  ['null and false', 'false'],
  ['null or 1', null],
  ['[1, 2, 3][2]', '2'],
  ['[1, 2, 3][-1]', '3'],
  ['[1, 2, 3][item > 1]', '[2, 3]'],
  ['[{a: 1}, {a: 2}][a = 2].a', '[2]'],
  ['{a: 1, b: a + 1}.b', '2'],
  ['for i in 1..3 return i * i', '[1, 4, 9]'],
  ['for i in 3..1 return i', '[3, 2, 1]'],
  ['for x in [1, 2], y in [10, 20] return x + y', '[11, 21, 12, 22]'],
  ['for d in @"2026-02-27"..@"2026-03-01" return d.day', '[27, 28, 1]'],
  ['some x in [1, 2] satisfies x > 1', 'true'],
  ['every x in [] satisfies x > 1', 'true'],
  ['every x in [1, null] satisfies x > 0', null],
  ['if null then 1 else 2', '2'],
  ['5 in (1, [4..6])', 'true'],
  ['5 in (< 5, > 5)', 'false'],
  ['"b" in ["a".."c"]', 'true'],
  ['5 between 1 and 5', 'true'],
  ['(function(a, b: number) a + b)(1, 2)', '3'],
  ['(function(a: number) a)("x")', null],
  ['sort([3, 1, 2], function(x, y) x > y)', '[3, 2, 1]'],
  ['sort([3, 1, 2])', '[1, 2, 3]'],
  ['date("2024-02-29") + duration("P1Y")', 'date("2025-02-28")'],
  ['date("2026-01-31") + duration("P1M")', 'date("2026-02-28")'],
  ['date("2026-03-01") - date("2026-02-01")', 'duration("P28D")'],
  ['date and time("2026-03-29T02:30:00@Europe/Bucharest") + duration("PT1H")', 'date and time("2026-03-29T04:30:00@Europe/Bucharest")'],
  ['date and time("2026-10-25T00:00:00@Europe/Bucharest") - date and time("2026-10-26T00:00:00@Europe/Bucharest")', 'duration("-P1DT1H")'],
  ['date and time("2026-07-01T12:00:00@Europe/Bucharest") = date and time("2026-07-01T09:00:00Z")', 'true'],
  ['time("10:00:00") + duration("PT23H")', 'time("09:00:00")'],
  ['duration("P1D") / 2', 'duration("PT12H")'],
  ['duration("P1Y") / duration("P1M")', '12'],
  ['@"2026-11-25".weekday', '3'],
  ['week of year(@"2027-01-01")', '53'],
  ['day of week(@"2026-11-25")', '"Wednesday"'],
  ['years and months duration(@"2026-01-31", @"2026-02-28")', 'duration("P0M")'],
  ['string length("😀ș")', '2'],
  ['substring("foobar", 3, 2)', '"ob"'],
  ['replace("2026-11-25", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1")', '"25.11.2026"'],
  ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
  ['string join(["a", "b"], ", ")', '"a, b"'],
  ['number("1 234,5", " ", ",")', '1234.5'],
  ['string([1, "a", {b: null}])', '"[1, \\"a\\", {b: null}]"'],
  ['median([1, 4, 2, 3])', '2.5'],
  ['mode([1, 2, 2, 3, 3])', '[2, 3]'],
  ['sum([])', null],
  ['total([])', '0'],
  ['total([1, null, 2.5])', '3.5'],
  ['distinct values([1, 1.0, 2])', '[1, 2]'],
  ['before([1..5), 5)', 'true'],
  ['overlaps([1..5], [5..9])', 'true'],
  ['overlaps([1..5), [5..9])', 'false'],
  ['context put({a: {b: 1}}, ["a", "b"], 2)', '{a: {b: 2}}'],
  ['get entries({a: 1})', '[{key: "a", value: 1}]'],
  ['[1, 2] instance of list<number>', 'true'],
  ['[1..2] instance of range<number>', 'true'],
  ['is(@"10:00:00Z", @"10:00:00+00:00")', 'true'],
  ['decimal(2.345, 2)', '2.34'],
  ['round half up(-2.345, 2)', '-2.35'],
  ['modulo(-5, 3)', '1'],
  ['// a comment\n 1 /* and another */ + 1', '2'],
]

describe('FEEL', () => {
  for (const [expression, expect_] of SAMPLE) {
    it(`${expression.trim()} is ${expect_ ?? 'blank'}`, () => {
      expect(runCase({ id: 'sample', expression, inputs: {}, expect: expect_ })).toEqual({ kind: 'passed' })
    })
  }
  it('refuses what it does not know, rather than answering blank', () => {
    expect(runCase({ id: 'unknown', expression: 'frobnicate(1)', inputs: {}, expect: '1' })).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'unknown-function' }],
    })
  })
  it('tells a wrong answer', () => {
    expect(runCase({ id: 'wrong', expression: 'a + 1', inputs: { a: '1' }, expect: '3' })).toEqual({
      kind: 'wrong',
      found: 'number 2',
      expected: '3',
    })
  })
})
