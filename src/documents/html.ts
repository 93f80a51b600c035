import { chartPages } from '../modules/people/chart/pages.ts';
import { barTable } from './bars.ts';
import { posterTexts } from './poster.ts';
import type { Bars, Block, DocumentModel, Inline } from './section.ts';
import { cleanModel, groupHash, headings } from './text.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

const run = ({ text, bold, italic, missing }: Inline): string => {
  let html = lines(text);
  if (missing !== undefined) html = `<mark class="missing" data-variable="${escape(missing)}">${html}</mark>`;
  if (italic) html = `<em>${html}</em>`;
  return bold ? `<strong>${html}</strong>` : html;
};
const runs = (content: Inline[]): string => content.map(run).join('');

const pairs = (className: string, items: { term: string; html: string }[]): string =>
  items.length === 0 ? '' : `<dl class="${className}">${items.map(({ term, html }) => `<div><dt>${lines(term)}</dt><dd>${html}</dd></div>`).join('')}</dl>`;

/** As a drawing with attributes: the policy of our pages lets no style stand in the text. */
const barCell = (now: number, before: number | undefined): string => {
  const bar = (className: string, y: number, height: number, share: number): string => `<rect class="${className}" y="${y}" width="${share * 100}" height="${height}"></rect>`;
  const track = `<rect class="bar-track" y="0" width="100" height="${before === undefined ? 8 : 14}"></rect>`;
  const bars = before === undefined ? bar('bar-now', 0, 8, now) : bar('bar-now', 0, 8, now) + bar('bar-before', 9, 5, before);
  return `<td class="document-bar"><svg viewBox="0 0 100 ${before === undefined ? 8 : 14}" preserveAspectRatio="none" aria-hidden="true">${track}${bars}</svg></td>`;
};

const bars = (node: Bars): string => {
  const { heads, rows } = barTable(node);
  const two = heads.before !== undefined;
  const head = `<th scope="col">${lines(heads.what)}</th><td class="document-bar"></td><th scope="col" class="bar-key-now">${lines(heads.now)}</th>${two ? `<th scope="col" class="bar-key-before">${lines(heads.before ?? '')}</th>` : ''}`;
  const body = rows.map(
    ({ label, now, before, nowShare, beforeShare }) =>
      `<tr><th scope="row">${lines(label)}</th>${barCell(nowShare, two ? beforeShare : undefined)}<td>${lines(now)}</td>${two ? `<td>${lines(before)}</td>` : ''}</tr>`,
  );
  const empty = `<tr><td class="document-empty" colspan="${two ? 4 : 3}">${lines(node.empty)}</td></tr>`;
  return `<div class="document-table document-bars"><table><caption>${lines(node.label)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('') || empty}</tbody></table></div>`;
};

const block = (node: Block): string => {
  switch (node.type) {
    case 'paragraph':
      return `<p>${runs(node.content)}</p>`;
    case 'note':
      return `<p class="document-note">${runs(node.content)}</p>`;
    case 'list': {
      const tag = node.ordered ? 'ol' : 'ul';
      return `<${tag}>${node.items.map((item) => `<li>${runs(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const head = node.columns.map(({ title }) => `<th scope="col">${lines(title)}</th>`).join('');
      const rows = node.rows.map((row) => `<tr>${row.map((cell) => `<td>${runs(cell)}</td>`).join('')}</tr>`).join('');
      const empty = `<tr><td class="document-empty" colspan="${node.columns.length}">${lines(node.empty)}</td></tr>`;
      return `<div class="document-table"><table><thead><tr>${head}</tr></thead><tbody>${rows || empty}</tbody></table></div>`;
    }
    case 'definitions':
      return pairs(
        'document-definitions',
        node.items.map(({ term, description }) => ({ term, html: runs(description) })),
      );
    case 'chart':
      return `<figure class="document-chart">${chartPages(node.chart, node.words, { face: 'serif', paper: node.paper, label: node.label })
        .map(({ svg }) => svg)
        .join('')}</figure>`;
    case 'bars':
      return bars(node);
    case 'picture':
      return `<figure class="document-picture" role="img" aria-label="${escape(node.label)}">${node.svg}</figure>`;
    case 'poster':
      return `<ul>${posterTexts(node)
        .map((text) => `<li>${lines(text)}</li>`)
        .join('')}</ul>`;
    case 'signatures': {
      const places = node.blocks.map(({ capacity, name }) => `<div class="document-signature"><p>${lines(capacity)}</p>${name ? `<p class="document-signatory">${runs(name)}</p>` : ''}</div>`);
      return `<div class="document-signatures">${places.join('')}</div>`;
    }
  }
};

const letterHead = ({ sender, recipient, reference = [] }: DocumentModel): string => {
  const address = (className: string, { name, lines: rest }: { name: string; lines: string[] }): string =>
    `<p class="${className}"><strong>${lines(name)}</strong>${rest.map((line) => `<br>${lines(line)}`).join('')}</p>`;
  return [
    address('document-sender', sender),
    recipient ? address('document-recipient', recipient) : '',
    pairs(
      'document-reference',
      reference.map(({ term, value }) => ({ term, html: lines(value) })),
    ),
  ].join('');
};

/**
 * A document as an HTML fragment: one `article`, semantic elements, classes `document-*` and no styles. All texts are escaped.
 * A value that nobody has entered is `<mark class="missing" data-variable="adviser.name">…</mark>`.
 */
export const renderHtml = (source: DocumentModel): string => {
  const model = cleanModel(source);
  const titles = headings(model);
  const letter = model.layout === 'letter';
  const sender = `<p class="document-sender">${lines([model.sender.name, ...model.sender.lines].join(' · '))}</p>`;
  const title = `<h1>${lines(model.title)}</h1>${model.subtitle ? `<p class="document-subtitle">${lines(model.subtitle)}</p>` : ''}`;
  const front = pairs(
    'document-front',
    model.front.map(({ term, value }) => ({ term, html: runs(value) })),
  );
  const sections = model.sections.map(({ key, level, blocks }, index) => {
    const { number, title: words } = titles[index]!;
    const tag = level === 1 ? 'h2' : 'h3';
    const heading = words ? `<${tag}>${number ? `<span class="document-number">${number}</span> ` : ''}${lines(words)}</${tag}>` : '';
    return `<section data-key="${escape(key)}">${heading}${blocks.map(block).join('')}</section>`;
  });
  const hash = model.contentHash ? `<p class="document-hash">sha256 ${escape(groupHash(model.contentHash))}</p>` : '';
  return [
    `<article class="document document-${model.layout}" lang="${model.language}">`,
    `<header>${letter ? letterHead(model) : sender}${title}${letter ? '' : front}</header>`,
    ...sections,
    `<footer class="document-footer"><p>${lines(model.footer)}</p>${hash}</footer>`,
    '</article>',
  ].join('');
};
