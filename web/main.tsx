// The domain sorts into new arrays, which Chromium 102 cannot yet.
import 'core-js/actual/array/to-sorted';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/queries.ts';
import { LanguageProvider } from './messages/language.tsx';
import { router } from './shell/router.tsx';
import './style/base.css';

const queries = makeQueryClient();
const element = document.getElementById('root');

// A browser that is too old has been told what to install.
if (element && !document.documentElement.hasAttribute('data-too-old')) {
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
