import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { pointsOf, type Shape } from '../plan.ts';
import { type Plan, useRefreshPremises, type Zone } from './queries.ts';

type Point = [number, number];
/** How far an arrow moves the cross, in thousandths; with Shift, for a fine corner. */
const [step, fineStep] = [20, 4];
const within = (value: number): number => Math.max(0, Math.min(1000, Math.round(value)));

/** Zones drawn on a plan: a point where one taps or presses Enter, as many as the outline has corners. With the keyboard alone, the arrows move the cross. */
export const Draw = ({ plan, zones, onDone }: { plan: Plan; zones: Zone[]; onDone: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const [shapes, setShapes] = useState<Shape[]>(plan.shapes as Shape[]);
  const [zoneId, setZoneId] = useState(zones[0]?.id ?? '');
  const [cross, setCross] = useState<Point>([500, 500]);
  const [problem, setProblem] = useState<Problem>();
  const sheet = useRef<HTMLDivElement>(null);
  const points = shapes.find((shape) => shape.zoneId === zoneId)?.points ?? [];
  const put = (next: Point[]) => setShapes([...shapes.filter((shape) => shape.zoneId !== zoneId), ...(next.length > 0 ? [{ zoneId, points: next }] : [])]);
  const add = (point: Point) => {
    if (zoneId && points.length < 40) put([...points, point]);
  };
  // A click, not a touch that begins: a finger that scrolls the page puts no corner.
  const tap = (event: MouseEvent) => {
    const box = sheet.current!.getBoundingClientRect();
    const point: Point = [within(((event.clientX - box.left) / box.width) * 1000), within(((event.clientY - box.top) / box.height) * 1000)];
    setCross(point);
    add(point);
  };
  const press = (event: KeyboardEvent) => {
    const far = event.shiftKey ? fineStep : step;
    const by: Record<string, Point> = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] };
    const moved = by[event.key];
    if (moved) setCross([within(cross[0] + moved[0]), within(cross[1] + moved[1])]);
    else if (event.key === 'Enter' || event.key === ' ') add(cross);
    else if (event.key === 'Backspace') put(points.slice(0, -1));
    else return;
    event.preventDefault();
  };
  const save = async () => {
    try {
      await unwrap(api.PATCH('/organizations/{organizationId}/floorPlans/{id}', { params: { path: { organizationId: centre.id, id: plan.id } }, headers: ifMatch(plan.version), body: { shapes } }));
      await refresh();
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{t('plans.draw')}</h2>
      <p className="quiet measure" id="draw-help">
        {t('plans.drawHelp')}
      </p>
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      <div className="field">
        <label className="field-label" htmlFor="draw-zone">
          {t('fields.zoneId')}
        </label>
        <select id="draw-zone" className="control" value={zoneId} onChange={(event) => setZoneId(event.target.value)}>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {/* A surface to draw on, which takes the keys that its help names. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions */}
      <div
        ref={sheet}
        className="plan-sheet drawing"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('plans.sheet', { name: plan.name })}
        aria-describedby="draw-help"
        onClick={tap}
        onKeyDown={press}
      >
        {plan.fileId && <img src={`${apiBase}/organizations/${centre.id}/floorPlans/${plan.id}/file?of=${plan.fileId}`} alt="" draggable={false} />}
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {shapes.map((shape) => (
            <polygon key={shape.zoneId} points={pointsOf(shape.points)} className={shape.zoneId === zoneId ? 'plan-zone chosen' : 'plan-zone'} />
          ))}
          {points.map(([x, y], index) => (
            <circle key={index} cx={x} cy={y} r="8" className="plan-point" />
          ))}
          <path d={`M${cross[0] - 20} ${cross[1]}H${cross[0] + 20}M${cross[0]} ${cross[1] - 20}V${cross[1] + 20}`} className="plan-cross" />
        </svg>
      </div>
      <p role="status" className="quiet small">
        {t('plans.points', { count: points.length })}
      </p>
      <p className="buttons">
        <button type="button" className="button primary" onClick={() => void save()}>
          {t('shell:save')}
        </button>
        <button type="button" className="button" onClick={() => put(points.slice(0, -1))} disabled={points.length === 0}>
          {t('plans.undo')}
        </button>
        <button type="button" className="button" onClick={() => put([])} disabled={points.length === 0}>
          {t('plans.clear')}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      </p>
    </section>
  );
};
