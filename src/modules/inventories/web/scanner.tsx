import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Fault = 'denied' | 'none' | 'failed';
const faultOf = (error: unknown): Fault => {
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
};

/** Milliseconds between two looks, and how long a code must be out of sight before it counts as held up again. */
const between = 120;
const outOfSight = 2500;

/** The camera at the back of the telephone, looking for codes until it is closed. */
const Camera = ({ onCode, onFault }: { onCode: (code: string) => void; onFault: (fault: Fault) => void }) => {
  const { t } = useTranslation('inventories');
  const video = useRef<HTMLVideoElement>(null);
  const found = useEffectEvent(onCode);
  const failed = useEffectEvent(onFault);

  useEffect(() => {
    let open = true;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = { code: '', at: 0 };
    const begin = async () => {
      if (!navigator.mediaDevices) throw new DOMException('no camera', 'NotFoundError');
      const [reader, given] = await Promise.all([
        import('./read-code.ts'),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false }),
      ]);
      stream = given;
      const shown = video.current;
      if (!open || !shown) return stop();
      shown.srcObject = stream;
      await shown.play();
      const look = async () => {
        const code = shown.videoWidth > 0 ? await reader.readCode(shown, shown.videoWidth, shown.videoHeight, false) : undefined;
        if (!open) return;
        const now = Date.now();
        if (code !== undefined) {
          // A label that stays in view is one sighting.
          if (code !== last.code || now - last.at > outOfSight) found(code);
          last = { code, at: now };
        }
        timer = setTimeout(() => void look(), between);
      };
      await look();
    };
    const stop = () => {
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    begin().catch((error: unknown) => {
      stop();
      if (open) failed(faultOf(error));
    });
    return () => {
      open = false;
      stop();
    };
  }, []);

  return (
    <div className="scanner">
      <video ref={video} muted playsInline aria-label={t('count.camera.view')} />
      <p className="quiet small">{t('count.camera.hold')}</p>
    </div>
  );
};

/** Reads labels: with the camera, or from a picture where there is none or it is not permitted. */
export const Scanner = ({ onCode }: { onCode: (code: string) => void }) => {
  const { t } = useTranslation('inventories');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<Fault | 'unread'>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFault(undefined);
    const code = await import('./read-code.ts').then(({ readPicture }) => readPicture(file)).catch(() => undefined);
    if (code === undefined) setFault('unread');
    else onCode(code);
  };
  return (
    <section className="count-scan" aria-label={t('count.camera.title')}>
      <p className="buttons">
        <button
          type="button"
          className="button primary"
          aria-expanded={open}
          onClick={() => {
            setFault(undefined);
            setOpen(!open);
          }}
        >
          {t(open ? 'count.camera.close' : 'count.camera.open')}
        </button>
        <input
          id={id}
          className="hidden-text"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <label className="button" htmlFor={id}>
          {t('count.camera.picture')}
        </label>
      </p>
      {fault && (
        <p className="notice soon" role="alert">
          {t(`count.camera.${fault}`)}
        </p>
      )}
      {open && (
        <Camera
          onCode={onCode}
          onFault={(met) => {
            setFault(met);
            setOpen(false);
          }}
        />
      )}
    </section>
  );
};
