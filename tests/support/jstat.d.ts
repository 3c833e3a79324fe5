/** The part of jStat that the tests look at; the package brings no types. */
declare module 'jstat' {
  interface Law {
    cdf(x: number, first: number, second: number): number;
    inv(p: number, first: number, second?: number): number;
  }
  const jStatModule: {
    readonly jStat: {
      readonly normal: Law;
      readonly chisquare: { cdf(x: number, df: number): number };
      readonly studentt: { inv(p: number, df: number): number };
      readonly centralF: Law;
      readonly binomial: Law;
      readonly poisson: { cdf(x: number, mean: number): number };
      readonly tukey: Law;
      erfc(x: number): number;
      gammaln(x: number): number;
      ibeta(x: number, a: number, b: number): number;
    };
  };
  export default jStatModule;
}
