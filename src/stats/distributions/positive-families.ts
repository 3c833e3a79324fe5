import type { Distribution } from './distribution';
import { normal } from './normal';

/**
 * Weibull distribution with shape and scale, both > 0.
 *
 * Accuracy  1e-14 relative
 */
export function weibull(shape: number, scale: number): Distribution {
  if (!(shape > 0 && scale > 0)) throw new RangeError(`weibull requires shape and scale above 0: ${shape}, ${scale}`);
  return {
    density: (x) => {
      if (x < 0) return 0;
      if (x === 0) return shape < 1 ? Infinity : shape === 1 ? 1 / scale : 0;
      const power = (x / scale) ** shape;
      return power < Infinity ? ((shape * power) / x) * Math.exp(-power) : 0;
    },
    lower: (x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
    upper: (x) => (x <= 0 ? 1 : Math.exp(-((x / scale) ** shape))),
    quantile: (p) => (isProbability(p) ? scale * (-Math.log1p(-p)) ** (1 / shape) : NaN),
    upperQuantile: (p) => (isProbability(p) ? scale * (-Math.log(p)) ** (1 / shape) : NaN),
  };
}

/** Exponential distribution with a rate > 0. */
export function exponential(rate: number): Distribution {
  return weibull(1, 1 / rate);
}

/** Log-normal distribution: ln X is normal with the mean and the standard deviation given. */
export function logNormal(meanLog: number, sdLog: number): Distribution {
  const law = normal(meanLog, sdLog);
  return {
    density: (x) => (x <= 0 ? 0 : law.density(Math.log(x)) / x),
    lower: (x) => (x <= 0 ? 0 : law.lower(Math.log(x))),
    upper: (x) => (x <= 0 ? 1 : law.upper(Math.log(x))),
    quantile: (p) => Math.exp(law.quantile(p)),
    upperQuantile: (p) => Math.exp(law.upperQuantile(p)),
  };
}

/** Uniform distribution between two bounds. */
export function uniform(min: number, max: number): Distribution {
  if (!(max > min)) throw new RangeError(`uniform requires max above min: ${min}, ${max}`);
  const width = max - min;
  return {
    density: (x) => (x >= min && x <= max ? 1 / width : 0),
    lower: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    upper: (x) => Math.min(1, Math.max(0, (max - x) / width)),
    quantile: (p) => (isProbability(p) ? min + p * width : NaN),
    upperQuantile: (p) => (isProbability(p) ? max - p * width : NaN),
  };
}

function isProbability(p: number): boolean {
  return p >= 0 && p <= 1;
}
