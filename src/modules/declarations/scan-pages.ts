/** Why pages of a scan were not filed by their code. */
export const scanFaults = ['noCode', 'severalCodes', 'foreignCode', 'otherCentre', 'unknownSheet', 'usedSheet', 'withdrawnSheet', 'missingPages', 'repeatedPages', 'filingAnnulled'] as const;
export type ScanFault = (typeof scanFaults)[number];

/** What the codes of one page say: the code of a sheet of this centre, or why there is none. */
export type PageCode = { code: string } | Extract<ScanFault, 'noCode' | 'severalCodes' | 'foreignCode' | 'otherCentre'>;

/** One code is believed; a page with none, with somebody else's, or with two, is for a person to look at. */
export const pageCode = (payloads: readonly string[], read: (payload: string) => { code: string } | 'foreignCode' | 'otherCentre'): PageCode => {
  const said = [...new Set(payloads)].map(read);
  const ours = said.filter((one) => typeof one === 'object');
  if (ours.length > 1) return 'severalCodes';
  if (ours.length === 1) return ours[0]!;
  return said.includes('otherCentre') ? 'otherCentre' : said.length > 0 ? 'foreignCode' : 'noCode';
};

/** Pages that belong together, numbered from 1. */
export type PageGroup = { pages: number[]; code?: string; fault?: ScanFault };

/** The pages of one sheet together, wherever they lie in the pile; each page without a code of ours by itself: nothing says that it belongs to its neighbour. */
export const groupPages = (pages: readonly PageCode[]): PageGroup[] => {
  const groups: PageGroup[] = [];
  for (const [index, page] of pages.entries()) {
    const number = index + 1;
    if (typeof page === 'string') {
      groups.push({ pages: [number], fault: page });
      continue;
    }
    const known = groups.find(({ code }) => code === page.code);
    if (known) known.pages.push(number);
    else groups.push({ pages: [number], code: page.code });
  }
  return groups;
};

/** Why a sheet that was found cannot be filed by these pages, or undefined. */
export const sheetFault = (sheet: { pages: number; withdrawn: boolean; used: boolean } | undefined, pages: number): ScanFault | undefined => {
  if (!sheet) return 'unknownSheet';
  if (sheet.used) return 'usedSheet';
  if (sheet.withdrawn) return 'withdrawnSheet';
  if (pages < sheet.pages) return 'missingPages';
  return pages > sheet.pages ? 'repeatedPages' : undefined;
};
