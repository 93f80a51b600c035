/**
 * How wide a text is, without a browser: the advances of the fonts in thousandths of the size, for U+0020 to U+007E. Sans is Public Sans
 * (the pages; bold is its weight 600), serif is Libertinus Serif (documents). Kerning, which mostly narrows, is left out.
 */
const advances = {
  sans: '243 251 426 603 659 904 709 248 303 309 394 555 242 378 225 351 612 407 596 630 629 641 623 601 648 625 226 240 546 555 546 521 831 710 671 689 694 621 594 733 766 283 389 682 578 886 754 734 637 748 677 670 594 701 673 954 688 607 637 303 351 303 473 518 219 553 597 544 597 567 396 623 577 248 263 562 303 865 577 566 596 596 391 506 389 581 505 780 565 535 481 328 263 332 568',
  sansBold:
    '234 268 455 610 671 923 750 255 320 324 437 573 261 386 250 368 630 419 618 649 644 659 643 615 661 643 250 261 563 573 563 529 829 719 678 705 708 629 605 747 768 297 396 701 578 903 770 749 645 762 687 682 606 714 690 962 704 640 655 322 368 322 479 537 243 560 603 546 603 572 397 626 585 258 277 572 317 882 586 571 602 602 403 518 404 589 513 785 577 551 489 359 266 360 592',
  serif:
    '250 288 336 465 465 637 705 190 298 298 369 550 220 338 220 323 465 465 465 465 465 465 465 465 465 465 236 236 550 550 550 435 895 695 588 646 701 557 485 685 730 297 322 637 528 839 699 702 541 702 587 485 597 661 652 951 660 575 604 356 287 356 518 486 392 457 493 428 506 447 310 500 538 271 272 512 264 790 542 504 519 503 372 390 316 531 497 747 490 515 424 277 205 277 449',
  serifBold:
    '250 266 376 514 514 637 729 215 315 315 433 537 244 358 244 316 514 514 514 514 514 514 514 514 514 514 256 256 512 551 512 430 988 740 654 706 734 609 545 732 817 367 373 736 577 899 740 730 614 730 716 504 652 732 700 1028 718 624 624 397 307 397 518 486 392 506 542 456 561 489 391 521 619 322 312 613 325 905 616 551 581 573 428 427 358 598 529 777 561 558 452 307 220 307 473',
} as const;
export type Face = 'sans' | 'serif';

const tables = Object.fromEntries(Object.entries(advances).map(([name, list]) => [name, list.split(' ').map(Number)])) as Record<keyof typeof advances, number[]>;

/** Signs outside of the table that names and functions do hold; the widest of the four fonts. */
const others: Readonly<Record<string, number>> = {
  '’': 268,
  '‘': 268,
  '“': 452,
  '”': 447,
  '«': 555,
  '»': 555,
  '–': 576,
  '·': 250,
  œ: 948,
  Œ: 1123,
  æ: 914,
  Æ: 1010,
  ß: 615,
  ø: 600,
  Ø: 765,
  ï: 366,
  Ï: 400,
  ł: 330,
  Ł: 680,
  đ: 620,
  ı: 330,
  '\u00a0': 250,
  '\u202f': 125,
  '°': 470,
  Š: 687,
  Ž: 700,
  '\u00ad': 0,
};
/** Of a sign that none of the fonts may have: whatever stands in for it is hardly wider than a square. */
const unknown = 1100;

const cache = new Map<string, number>();
const advance = (sign: string, table: keyof typeof advances): number => {
  const code = sign.charCodeAt(0);
  if (sign.length === 1 && code >= 0x20 && code <= 0x7e) return tables[table][code - 0x20]!;
  const key = `${table}${sign}`;
  let found = cache.get(key);
  if (found === undefined) {
    // An accent adds nothing to its letter; alone, it stands over the letter before it.
    const base = sign.normalize('NFD');
    found = others[sign] ?? (/^\p{M}+$/u.test(sign) ? 0 : base.length > 1 && /^[A-Za-z]\p{M}+$/u.test(base) ? advance(base[0]!, table) : unknown);
    if (cache.size < 5000) cache.set(key, found);
  }
  return found;
};

export type Style = { face: Face; size: number; bold?: boolean };

/** Width of a text on one line, in the unit of `size`. Never less than what the font draws. */
export const textWidth = (text: string, { face, size, bold }: Style): number => {
  const table = bold ? (`${face}Bold` as const) : face;
  let sum = 0;
  for (const sign of text) sum += advance(sign, table);
  return (sum * size) / 1000;
};

/** The text in lines no wider than `width`: broken at spaces, and inside of a word that is too long by itself. Never empty. */
export const wrapText = (text: string, width: number, style: Style): string[] => {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, style) <= width;
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    // One sign stands on its line even where there is no room for it.
    for (const sign of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
      if (line && !fits(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return line || lines.length === 0 ? [...lines, line] : lines;
};
