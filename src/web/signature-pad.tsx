import { type PointerEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf, type SignatureInput, strokeLimits, type Strokes } from '../kernel/signature.ts';
import './styles/signature-pad.css';

const { width, height } = strokeLimits;

/** Where one signs with a finger, a pen or the mouse; whoever cannot writes their name instead. Tells the signature, or undefined while there is none. */
export const SignaturePad = ({ tell }: { tell: (signature: SignatureInput | undefined) => void }) => {
  const { t } = useTranslation('shell');
  const id = useId();
  const [typing, setTyping] = useState(false);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [name, setName] = useState('');
  const pad = useRef<SVGSVGElement>(null);
  const drawing = useRef(false);

  const pointOf = (event: PointerEvent): [number, number] => {
    const box = pad.current!.getBoundingClientRect();
    const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
    return [within(((event.clientX - box.left) / box.width) * width, width), within(((event.clientY - box.top) / box.height) * height, height)];
  };
  const put = (next: Strokes) => {
    setStrokes(next);
    tell(next.length > 0 ? { strokes: next } : undefined);
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (strokes.length >= strokeLimits.strokes) return;
    event.preventDefault();
    pad.current?.setPointerCapture(event.pointerId);
    drawing.current = true;
    put([...strokes, [pointOf(event)]]);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return;
    const last = strokes.at(-1) ?? [];
    const [x, y] = pointOf(event);
    const [px, py] = last.at(-1) ?? [x, y];
    // Points nearer than the line is wide say nothing.
    if (Math.hypot(x - px, y - py) < 4 || strokes.flat().length >= strokeLimits.points) return;
    put([...strokes.slice(0, -1), [...last, [x, y]]]);
  };
  const end = () => {
    drawing.current = false;
  };
  const change = (toTyping: boolean) => {
    setTyping(toTyping);
    setStrokes([]);
    setName('');
    tell(undefined);
  };
  if (typing) {
    return (
      <div className="field">
        <label className="field-label" htmlFor={`${id}-name`}>
          {t('signaturePad.name')}
        </label>
        <input
          id={`${id}-name`}
          className="control"
          autoComplete="name"
          maxLength={160}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            tell(event.target.value.trim().length >= 3 ? { typed: event.target.value } : undefined);
          }}
        />
        <button type="button" className="button plain" onClick={() => change(false)}>
          {t('signaturePad.draw')}
        </button>
      </div>
    );
  }
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {t('signaturePad.label')}
      </span>
      <svg ref={pad} className="signature-pad" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id} onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
        <line x1="60" y1="310" x2={width - 60} y2="310" className="signature-line" />
        <path d={pathOf(strokes)} className="signature-ink" />
      </svg>
      <div className="buttons">
        <button type="button" className="button plain" onClick={() => put([])}>
          {t('signaturePad.clear')}
        </button>
        <button type="button" className="button plain" onClick={() => change(true)}>
          {t('signaturePad.type')}
        </button>
      </div>
    </div>
  );
};
