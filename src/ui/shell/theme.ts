import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The accent of `tokens.css` as the ten shades that Mantine wants. */
const accent: MantineColorsTuple = [
  '#eef1fd',
  '#dbe2fb',
  '#b6c4f6',
  '#8aa2ff',
  '#6f88ee',
  '#5571e3',
  '#3f5edc',
  '#3355d6',
  '#2a48ba',
  '#22399a',
];

/** Mantine in the studio's tokens. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  autoContrast: true,
});
