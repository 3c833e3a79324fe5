/** The part of jStat that is used; the package brings no types. */
declare module 'jstat' {
  interface StudentizedRange {
    cdf(q: number, means: number, df: number): number;
    inv(p: number, means: number, df: number): number;
  }
  const jStatModule: { readonly jStat: { readonly tukey: StudentizedRange } };
  export default jStatModule;
}
