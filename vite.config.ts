import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withPolicyForDevelopment } from './scripts/contentPolicy.ts';
import { serveCatalogue } from './scripts/serveCatalogue.ts';

/** Vite's dev server speaks through an inline script and a socket; the built page needs neither. */
function relaxPolicyInDevelopment(): Plugin {
  return {
    name: 'relax-policy-in-development',
    apply: 'serve',
    transformIndexHtml: withPolicyForDevelopment,
  };
}

export default defineConfig({
  // Relative, so that dist works from any path of any static host.
  base: './',
  plugins: [react(), serveCatalogue(), relaxPolicyInDevelopment()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    // The policy allows no data: fonts.
    assetsInlineLimit: 0,
    // Monaco is one lazily loaded chunk of this size.
    chunkSizeWarningLimit: 4500,
    license: { fileName: 'licenses.md' },
  },
});
