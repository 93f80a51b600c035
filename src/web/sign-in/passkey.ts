/** What the browser does with passkeys: makes one, or uses one, for what the server asks. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { api, unwrap } from '../api.ts';

/** Whether this browser knows passkeys; the server says whether its address does. */
export const browserHasPasskeys = (): boolean => browserSupportsWebAuthn();

/** The person closed the window of their device, let its time pass, or has the passkey already: nothing went wrong that the server should know of. */
export class PasskeyStopped extends Error {
  readonly reason: 'cancelled' | 'already';
  constructor(reason: 'cancelled' | 'already') {
    super(reason);
    this.name = 'PasskeyStopped';
    this.reason = reason;
  }
}

const stopped = (error: unknown): never => {
  throw new PasskeyStopped(error instanceof Error && error.name === 'InvalidStateError' ? 'already' : 'cancelled');
};

/** Uses a passkey; the answer as the API takes it. Throws `PasskeyStopped`. */
export const askForPasskey = async () => {
  const { challenge, options } = await unwrap(api.POST('/session/passkeyRequests'));
  const response = await startAuthentication({ optionsJSON: options as never }).catch(stopped);
  return { challenge, response: response as never };
};

/** Makes a passkey on this device, or on one that it reaches. Throws `PasskeyStopped`. */
export const makePasskey = async () => {
  const { challenge, options } = await unwrap(api.POST('/me/passkeyRequests'));
  const response = await startRegistration({ optionsJSON: options as never }).catch(stopped);
  return { challenge, response: response as never };
};
