import { useElementSize } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCentre } from '../../../web/session.ts';
import type { ChartFacts, ChartWords } from '../chart/chart.ts';
import { type Layout, layoutOf, withoutService } from '../chart/layout.ts';
import { drawChart } from '../chart/svg.ts';

/** A point of the drawing in pixels: text of 8 points is read at 12 pixels and more. */
const natural = 1.55;
const steps = 1.2;
const [smallest, largest] = [0.4, 3];

/** Where an arrow leads from a service, or what it does there. Boxes come in the order of the tree. */
const afterKey = (key: string, { boxes }: Layout, at: string): { to?: string | undefined; fold?: boolean } | undefined => {
  const index = boxes.findIndex(({ service }) => service.id === at);
  const here = boxes[index];
  if (!here) return undefined;
  const id = (place: number): string | undefined => boxes[place]?.service.id;
  switch (key) {
    case 'ArrowDown':
      return { to: id(index + 1) };
    case 'ArrowUp':
      return { to: id(index - 1) };
    case 'Home':
      return { to: id(0) };
    case 'End':
      return { to: id(boxes.length - 1) };
    case 'ArrowRight':
      return here.folded ? { fold: false } : { to: boxes.find(({ parentId }) => parentId === at)?.service.id };
    case 'ArrowLeft':
      return here.foldable && !here.folded ? { fold: true } : { to: here.parentId };
    default:
      return undefined;
  }
};

/** The service in whose box something lies. */
const boxAt = (target: EventTarget) => (target as Element).closest<SVGElement>('[data-service]')?.dataset['service'];

/** The chart as a drawing that folds, grows and shrinks; the arrow keys walk its tree, one service has the focus. */
export const ChartPicture = ({ chart, words }: { chart: ChartFacts; words: ChartWords }) => {
  const { t } = useTranslation('people');
  const { slug } = useCentre();
  const navigate = useNavigate();
  const { ref: frame, width } = useElementSize();
  const host = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(natural);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState('');
  const wasFocused = useRef(false);

  // In steps, so that not every pixel of a window being resized draws anew.
  const room = Math.floor((width / natural - 8) / 20) * 20;
  const layout = useMemo(() => (room > 0 ? layoutOf(chart, { words, face: 'sans', room: { width: Math.max(400, room), height: 4000 }, folded }) : undefined), [chart, words, folded, room]);
  const current = layout && !layout.boxes.some(({ service }) => service.id === at) ? (layout.boxes[0]?.service.id ?? at) : at;

  useEffect(() => {
    const element = host.current;
    if (!element || !layout) return;
    const markup = drawChart(layout, { face: 'sans', label: t('chart.title'), words, scale: zoom, interactive: true });
    // Read as XML, where every text was escaped: what is inserted is a drawing, and can be nothing else.
    const drawing = document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true);
    wasFocused.current ||= element.contains(document.activeElement);
    element.replaceChildren(drawing);
  }, [layout, zoom, words, t]);

  useEffect(() => {
    for (const item of host.current?.querySelectorAll<SVGElement>('[role=treeitem]') ?? []) item.setAttribute('tabindex', boxAt(item) === current ? '0' : '-1');
    if (!wasFocused.current) return;
    wasFocused.current = false;
    const box = host.current?.querySelector<SVGElement>(`[data-service="${CSS.escape(current)}"] [role=treeitem]`);
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [layout, zoom, current]);

  const fold = (id: string, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(id);
    else next.delete(id);
    wasFocused.current = true;
    setAt(id);
    setFolded(next);
  };
  const open = (id: string) => void (id !== withoutService && navigate({ to: `/c/${slug}/people/services/${id}` }));

  const press = (event: KeyboardEvent) => {
    const id = boxAt(event.target);
    if (!layout || !id || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') return open(id);
    const next = afterKey(event.key, layout, id);
    if (!next) return;
    event.preventDefault();
    if (next.fold !== undefined) fold(id, next.fold);
    else if (next.to) {
      wasFocused.current = true;
      setAt(next.to);
    }
  };
  const click = (event: MouseEvent) => {
    const id = boxAt(event.target);
    if (!id) return;
    const target = event.target as Element;
    if (target.closest('[data-fold]')) fold(id, !folded.has(id));
    else if (target.closest('.chart-title')) open(id);
    else setAt(id);
  };
  const foldable = layout?.boxes.filter((box) => box.foldable && box.level > 1).map(({ service }) => service.id) ?? [];
  const tool = (label: string, action: () => void, sign?: string) => (
    <button type="button" className="button" onClick={action} {...(sign ? { 'aria-label': label, title: label } : {})}>
      {sign ?? label}
    </button>
  );

  return (
    <section aria-label={t('chart.tools')} className="chart-picture">
      <div className="buttons chart-tools no-print">
        {tool(t('chart.zoomOut'), () => setZoom(Math.max(smallest, zoom / steps)), '−')}
        {tool(t('chart.zoomIn'), () => setZoom(Math.min(largest, zoom * steps)), '+')}
        {tool(t('chart.fit'), () => setZoom(Math.min(largest, Math.max(smallest, (width - 2) / ((layout?.width ?? width) + 4)))))}
        {folded.size > 0 ? tool(t('chart.unfoldAll'), () => setFolded(new Set())) : tool(t('chart.foldAll'), () => setFolded(new Set(foldable)))}
      </div>
      <div ref={frame} className="chart-frame">
        {/* The items of the tree take the focus; the frame hears what happens to them. */}
        <div ref={host} role="presentation" onKeyDown={press} onClick={click} />
      </div>
      <p className="quiet small no-print">{t('chart.keys')}</p>
    </section>
  );
};
