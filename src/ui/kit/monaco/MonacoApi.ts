/** Monaco's interface, without loading it. */
export type Monaco = typeof import('monaco-editor/editor');
