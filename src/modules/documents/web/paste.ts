/** What a style of a word processor says of a text, as an attribute of ours; the rest of it goes, which the security policy would refuse anyway. */
const meanings: [RegExp, string][] = [
  [/mso-list:\s*ignore/i, ' data-mark'],
  [/mso-list:/i, ' data-item'],
  [/mso-element:\s*comment/i, ' data-comment'],
  [/font-weight:\s*(?:normal|400)/i, ' data-plain'],
];
const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<!\[[^\]]*\]>|<style[\s\S]*?<\/style>/gi, '')
    .replaceAll(/\s(?:style\s*=\s*("[^"]*"|'[^']*')|on\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))/gi, (_, style: string | undefined) => meanings.find(([said]) => style && said.test(style))?.[1] ?? '');

/**
 * What comes from a word processor, as the editor can take it: Word’s paragraphs that only look like a list become one, cells and headings
 * become paragraphs, and pictures, comments and hidden marks go. What else the editor does not know, it drops itself.
 */
export const cleanPasted = (html: string): string => {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const gone of page.querySelectorAll('style, script, meta, link, title, img, svg, iframe, object, del, .MsoCommentReference, [data-comment]')) gone.remove();
  for (const heading of page.querySelectorAll('h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre')) {
    const paragraph = page.createElement('p');
    paragraph.append(...heading.childNodes);
    heading.replaceWith(paragraph);
  }
  for (const plain of page.querySelectorAll('b[data-plain], strong[data-plain]')) plain.replaceWith(...plain.childNodes);
  for (const item of page.querySelectorAll('p[data-item]')) {
    const mark = item.querySelector('[data-mark]');
    if (!mark) continue;
    const tag = /^\s*\(?[\dA-Za-z]{1,3}[.)]/.test(mark.textContent ?? '') ? 'ol' : 'ul';
    mark.remove();
    const entry = page.createElement('li');
    entry.append(...item.childNodes);
    const before = item.previousElementSibling;
    if (before?.localName === tag) {
      before.append(entry);
      item.remove();
    } else {
      const list = page.createElement(tag);
      list.append(entry);
      item.replaceWith(list);
    }
  }
  // A list inside an item would be lost: its items follow that one.
  for (const inner of page.querySelectorAll('li ul, li ol')) inner.closest('li')?.after(...inner.children);
  return page.body.innerHTML;
};
