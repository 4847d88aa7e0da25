declare module 'asl-validator' {
  type Options = { readonly checkPaths?: boolean; readonly checkArn?: boolean };
  type Verdict = { readonly isValid: boolean; errorsText(separator: string): string };
  const validate: (definition: object, options?: Options) => Verdict;
  // biome-ignore lint/style/noDefaultExport: the package has nothing but a default export.
  export default validate;
}
