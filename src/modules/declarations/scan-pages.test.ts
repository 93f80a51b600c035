import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupPages, pageCode, type PageCode, sheetFault } from './scan-pages.ts';

const read = (payload: string) => (payload.startsWith('ours') ? { code: payload } : payload === 'other' ? ('otherCentre' as const) : ('foreignCode' as const));
test.each([
  [[], 'noCode'],
  [['https://example.be'], 'foreignCode'],
  [['other'], 'otherCentre'],
  [['https://example.be', 'other'], 'otherCentre'],
  [['ours1'], { code: 'ours1' }],
  [['ours1', 'ours1'], { code: 'ours1' }],
  [['ours1', 'https://example.be'], { code: 'ours1' }],
  [['ours1', 'ours2'], 'severalCodes'],
])('the codes %j of a page say %j', (payloads, said) => expect(pageCode(payloads, read)).toEqual(said));

test('pages of one sheet are found together wherever they lie, and a page without a code is nobody’s', () => {
  expect(groupPages([{ code: 'a' }, 'noCode', { code: 'b' }, { code: 'a' }, 'noCode'])).toEqual([
    { code: 'a', pages: [1, 4] },
    { fault: 'noCode', pages: [2] },
    { code: 'b', pages: [3] },
    { fault: 'noCode', pages: [5] },
  ]);
  const page = fc.oneof(fc.constantFrom<PageCode>('noCode', 'otherCentre'), fc.record({ code: fc.constantFrom('a', 'b', 'c') }));
  fc.assert(
    fc.property(fc.array(page), (pages) => {
      const groups = groupPages(pages);
      expect(groups.flatMap((group) => group.pages).toSorted((a, b) => a - b)).toEqual(pages.map((_, index) => index + 1));
      for (const { code, pages: numbers } of groups) for (const number of numbers) expect(pages[number - 1]).toEqual(code ? { code } : expect.any(String));
    }),
  );
});

test.each([
  [undefined, 2, 'unknownSheet'],
  [{ pages: 2, withdrawn: false, used: false }, 2, undefined],
  [{ pages: 2, withdrawn: false, used: false }, 1, 'missingPages'],
  [{ pages: 2, withdrawn: false, used: false }, 4, 'repeatedPages'],
  [{ pages: 2, withdrawn: true, used: false }, 2, 'withdrawnSheet'],
  [{ pages: 2, withdrawn: true, used: true }, 2, 'usedSheet'],
] as const)('a sheet %j that comes back with %i pages: %s', (sheet, pages, fault) => expect(sheetFault(sheet, pages)).toBe(fault));
