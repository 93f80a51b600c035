/** Starts the pages in the browser. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import './styles/mantine.css';
import '@fontsource-variable/public-sans/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/form.css';
import './styles/list.css';
import './styles/overlay.css';
import './styles/sign-in.css';
import { startTexts } from './i18n.ts';
import { dropOldKept } from './kept.ts';
import { ProblemError } from './problem.ts';
import { makeRouter } from './routes.tsx';
import { colorSchemes, paintEarly, shareNonce, styleNonce, theme } from './theme.ts';

// The content security policy bars code made at run time, which zod would otherwise try.
z.config({ jitless: true });
paintEarly();
dropOldKept();
shareNonce();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; a broken line or a tired server is asked again.
      retry: (count, error) => count < 2 && (!(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 502),
      retryDelay: (count, error) => (error instanceof ProblemError && error.retryAfter ? Math.min(error.retryAfter, 30) * 1000 : 1000 * 2 ** count),
    },
  },
});
const router = makeRouter(queries);

const start = async () => {
  await startTexts();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <MantineProvider theme={theme} colorSchemeManager={colorSchemes} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queries}>
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
};

void start();
