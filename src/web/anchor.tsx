/**
 * A place on a page that a link may name: `…/centre#facts.networkOperator` scrolls there, and its first control takes the focus.
 *
 *   <Anchor name="facts.networkOperator"><TextField name="facts.networkOperator" label={…} /></Anchor>
 */
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

export const Anchor = ({ name, children }: { name: string; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();

  useEffect(() => {
    if (hash !== name) return;
    // After the page's heading has had its turn at the focus.
    const frame = requestAnimationFrame(() => {
      place.current?.scrollIntoView({ block: 'center' });
      const control = place.current?.querySelector<HTMLElement>('input:checked') ?? place.current?.querySelector<HTMLElement>('input, select, textarea');
      control?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [hash, name]);

  return (
    <div id={name} ref={place}>
      {children}
    </div>
  );
};
