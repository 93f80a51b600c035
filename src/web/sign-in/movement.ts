/** When somebody last moved, in any tab of this browser, and the word that passes between the tabs. */
const kept = 'beffroi.moved';
/** Written this seldom: a movement of the mouse is many events. */
const grain = 5000;

let here = Date.now();
let written = 0;

export const noteMovement = (): void => {
  here = Date.now();
  if (here - written < grain) return;
  written = here;
  try {
    localStorage.setItem(kept, String(here));
  } catch {
    // A barred storage only makes each tab count for itself.
  }
};

/** The instant of the last movement, in milliseconds; one of the future (a clock that was put back) counts as now. */
export const lastMovement = (): number => Math.min(Date.now(), Math.max(here, Number(localStorage.getItem(kept)) || 0));

type Word = 'locked' | 'unlocked';
const channel = new BroadcastChannel('beffroi.session');

/** All tabs lock and unlock together. */
export const tabs = {
  say: (word: Word): void => channel.postMessage(word),
  hear: (listener: (word: Word) => void): (() => void) => {
    const heard = ({ data }: MessageEvent<Word>) => listener(data);
    channel.addEventListener('message', heard);
    return () => channel.removeEventListener('message', heard);
  },
};

const asked = new EventTarget();
/** Locks at once, as the menu of the person offers. */
export const lockNow = (): void => void asked.dispatchEvent(new Event('lock'));
export const onLockAsked = (listener: () => void): (() => void) => {
  asked.addEventListener('lock', listener);
  return () => asked.removeEventListener('lock', listener);
};
