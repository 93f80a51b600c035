/** Mantine with our values: its menus, drawers and dialogs stay, its shadows, badges and round cards give way. */
import { createTheme, Menu, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

const action: MantineColorsTuple = ['#e4eeed', '#cfe1df', '#a3c5c3', '#7cc0ba', '#4f9a97', '#2c7679', '#0f5257', '#0d484d', '#0a3f43', '#072f32'];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { action },
  primaryColor: 'action',
  primaryShade: { light: 6, dark: 3 },
  defaultRadius: 6,
  focusRing: 'never',
  respectReducedMotion: true,
  // A menu stays beside its button, within the page's landmarks; the first entry takes the focus.
  components: { Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }) },
  shadows: { xs: 'none', sm: 'none', md: 'var(--raised)', lg: 'var(--raised)', xl: 'var(--raised)' },
});

/** Light, dark or as the system says; kept in this browser. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'beffroi.theme' });

/** Sets the colours before the first drawing, so that a dark page does not begin with a white flash. */
export const paintEarly = (): void => {
  const chosen = colorSchemes.get('auto');
  const dark = chosen === 'dark' || (chosen === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
};

/** The nonce that the server wrote in the page: style sheets made at run time carry it. */
export const styleNonce = (): string => {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.getAttribute('nonce') || '';
};

/** Tells the nonce to the library that keeps the page still behind a dialog, which looks for it under this name. */
export const shareNonce = (): void => {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
};
