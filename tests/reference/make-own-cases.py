"""Writes own-cases/*.json: combinations of fields that the other cases do not use.

Every expected value is computed here, from the formula as its textbook prints it, with numpy, scipy and mpmath; nothing
is taken from the engine. Run: python3 make-own-cases.py (seeded; the files change only when this file does).
"""
import itertools
import json
import math
import pathlib

import mpmath as mp
import numpy as np
from scipy import integrate, optimize, stats

HERE = pathlib.Path(__file__).parent / "own-cases"
rng = np.random.default_rng(20240607)
SHORT = {"rel": 1e-9, "abs": 1e-12}


def plain(x):
    if isinstance(x, dict):
        return {k: plain(v) for k, v in x.items()}
    if isinstance(x, (list, tuple, np.ndarray)):
        return [plain(v) for v in x]
    if isinstance(x, (bool, np.bool_)):
        return bool(x)
    if isinstance(x, (int, np.integer)):
        return int(x)
    if isinstance(x, (float, np.floating)):
        return None if not math.isfinite(x) else float(x)
    if isinstance(x, mp.mpf):
        return float(x)
    return x


def case(kind, name, given, params, expected, tolerance=None):
    text = {
        "id": f"own-{kind}-{name}",
        "source": "make-own-cases.py",
        "kind": kind,
        "input": plain(given),
        "params": plain(params),
        "expected": plain(expected),
        "tolerance": tolerance or SHORT,
    }
    (HERE / f"own-{kind}-{name}.json").write_text(json.dumps(text, indent=1, ensure_ascii=False) + "\n")


def nums(n, mean=10.0, sd=2.0, digits=2):
    return [round(float(v), digits) for v in rng.normal(mean, sd, n)]


def holes(values, *at):
    return [None if i in at else v for i, v in enumerate(values)]


def have(values):
    return np.array([v for v in values if v is not None], float)


# --- constants by integration -------------------------------------------------------------------------------------
def d2(n):
    return integrate.quad(lambda x: 1 - stats.norm.sf(x) ** n - stats.norm.cdf(x) ** n, -12, 12, epsabs=1e-13, limit=400)[0]


def d3(n):
    # E[R²] = 2 ∫∫_{x<y} 1 − Φ(y)ⁿ − (1 − Φ(x))ⁿ + (Φ(y) − Φ(x))ⁿ
    x, w = np.polynomial.legendre.leggauss(400)
    x, w = 9.5 * x, 9.5 * w
    inner, weight = np.polynomial.legendre.leggauss(120)
    cdf, sf = stats.norm.cdf, stats.norm.sf
    total = 0.0
    for xi, wi in zip(x, w):
        y = xi + (9.5 - xi) * (inner + 1) / 2
        wy = (9.5 - xi) / 2 * weight
        f = 1 - cdf(y) ** n - sf(xi) ** n + (cdf(y) - cdf(xi)) ** n
        total += wi * float(np.sum(wy * f))
    return math.sqrt(2 * total - d2(n) ** 2)


def c4(n):
    return float(mp.sqrt(mp.mpf(2) / (n - 1)) * mp.gammaprod([mp.mpf(n) / 2], [mp.mpf(n - 1) / 2]))


D2 = {n: d2(n) for n in range(2, 11)}
D3 = {n: d3(n) for n in range(2, 11)}


def flags(values, lower, upper):
    at = lambda line, i: line[i] if isinstance(line, (list, np.ndarray)) else line
    return [
        i
        for i, v in enumerate(values)
        if v is not None and at(upper, i) is not None and (v > at(upper, i) or (at(lower, i) is not None and v < at(lower, i)))
    ]


# --- individuals ---------------------------------------------------------------------------------------------------
def imr_part(values, start, end, span, k, estimator, baseline=None):
    part = values[start:end]
    mr = []
    for i in range(len(part)):
        window = part[max(0, i - span + 1) : i + 1]
        mr.append(None if i < span - 1 or None in window else max(window) - min(window))
    b0, b1 = (baseline[0] - start, baseline[1] - start) if baseline else (0, len(part))
    inside = [m for i, m in enumerate(mr) if b0 + span - 1 <= i < b1 and m is not None]
    center = float(np.mean(have(part[b0:b1])))
    bar = float(np.mean(inside))
    sigma = bar / D2[span] if estimator == "average_mr" else float(np.median(inside)) / (math.sqrt(2) * stats.norm.ppf(0.75))
    ucl, lcl = center + k * sigma, center - k * sigma
    mc, mu, ml = D2[span] * sigma, (D2[span] + k * D3[span]) * sigma, max(0, (D2[span] - k * D3[span]) * sigma)
    return {
        "n": len(have(part)), "center": center, "mrBar": bar, "sigma": sigma,
        "individuals": {"center": center, "ucl": ucl, "lcl": lcl, "outOfControl": [start + i for i in flags(part, lcl, ucl)]},
        "movingRange": {"values": mr, "center": mc, "ucl": mu, "lcl": ml, "outOfControl": [start + i for i in flags(mr, ml, mu)]},
    }


v = holes(nums(24), 5, 17)
v[20] = 19.5
case("imr", "span3-baseline", {"values": v}, {"sigmaEstimator": "average_mr", "span": 3, "k": 2.5, "baseline": [2, 16]},
     imr_part(v, 0, 24, 3, 2.5, "average_mr", [2, 16]))
starts = [0, 9, 18]
ends = starts[1:] + [24]
case("imr", "median-phases", {"values": v}, {"sigmaEstimator": "median_mr", "span": 2, "k": 2, "phaseStarts": starts},
     {"phases": [{"start": a, "end": b, **imr_part(v, a, b, 2, 2, "median_mr")} for a, b in zip(starts, ends)]})
case("imr", "phases-and-baseline", {"values": v}, {"sigmaEstimator": "average_mr", "span": 4, "k": 3, "phaseStarts": [0, 12], "baseline": [12, 20]},
     {"phases": [{"start": 0, "end": 12, **imr_part(v, 0, 12, 4, 3, "average_mr")},
                 {"start": 12, "end": 24, **imr_part(v, 12, 24, 4, 3, "average_mr", [12, 20])}]})


# --- subgroups -----------------------------------------------------------------------------------------------------
def xbar(kind, groups, estimator, k, baseline=None):
    data = [have(g) for g in groups]
    b0, b1 = baseline or (0, len(groups))
    base = data[b0:b1]
    R, S = (lambda g: g.max() - g.min()), (lambda g: g.std(ddof=1))
    big = [g for g in base if len(g) > 1]
    if estimator == "rbar":
        sigma = np.mean([R(g) / D2[len(g)] for g in big])
    elif estimator == "rbar_mvlue":
        f = [(D2[len(g)] / D3[len(g)]) ** 2 for g in big]
        sigma = sum(fi * R(g) / D2[len(g)] for fi, g in zip(f, big)) / sum(f)
    elif estimator == "sbar":
        sigma = np.mean([S(g) / c4(len(g)) for g in big])
    else:
        nu = sum(len(g) - 1 for g in big)
        sigma = math.sqrt(sum((len(g) - 1) * S(g) ** 2 for g in big) / nu) / c4(nu + 1)
    grand = float(np.mean(np.concatenate(base)))
    means = [g.mean() if len(g) else None for g in data]
    up = [grand + k * sigma / math.sqrt(len(g)) if len(g) else None for g in data]
    lo = [grand - k * sigma / math.sqrt(len(g)) if len(g) else None for g in data]
    spread = [(R(g) if kind == "xbar_r" else S(g)) if len(g) > 1 else None for g in data]
    if kind == "xbar_r":
        mid = lambda n: (D2[n] * sigma, D3[n] * sigma)
    else:
        mid = lambda n: (c4(n) * sigma, math.sqrt(1 - c4(n) ** 2) * sigma)
    line = lambda fn: [fn(*mid(len(g))) if len(g) > 1 else None for g in data]
    center, su, sl = line(lambda c, s: c), line(lambda c, s: c + k * s), line(lambda c, s: max(0, c - k * s))
    long, short = ("ranges", "rBar") if kind == "xbar_r" else ("sds", "sBar")
    return {
        "sizes": [len(g) for g in data], "means": means, long: spread, "grandMean": grand,
        short: float(np.mean([R(g) if kind == "xbar_r" else S(g) for g in big])), "sigma": sigma,
        "xbar": {"center": grand, "ucl": up, "lcl": lo, "outOfControl": flags(means, lo, up)},
        kind[-1]: {"center": center, "ucl": su, "lcl": sl, "outOfControl": flags(spread, sl, su)},
    }


groups = [nums(n) for n in (4, 5, 1, 3, 5, 0, 4, 2, 5, 6)]
groups[1][2] = None
groups[9] = [g + 6 for g in groups[9]]
for kind, estimator, k, base in [("xbar_r", "pooled", 2, None), ("xbar_r", "sbar", 3, [0, 7]), ("xbar_r", "rbar", 3, [1, 9]),
                                 ("xbar_s", "rbar", 2.5, None), ("xbar_s", "rbar_mvlue", 3, [0, 7]), ("xbar_s", "pooled", 3, [3, 9])]:
    case(kind, f"{estimator}-{'baseline' if base else 'k'}", {"subgroups": groups},
         {"sigmaEstimator": estimator, "k": k, **({"baseline": base} if base else {})}, xbar(kind, groups, estimator, k, base))


# --- attribute charts ----------------------------------------------------------------------------------------------
def attribute(kind, counts, sizes, k, baseline=None):
    m = len(counts)
    sizes = [1] * m if sizes is None else sizes
    good = [c is not None and n is not None and n > 0 for c, n in zip(counts, sizes)]
    b0, b1 = baseline or (0, m)
    rows = [i for i in range(b0, b1) if good[i]]
    center = sum(counts[i] for i in rows) / sum(sizes[i] for i in rows)
    share = kind in ("p", "np", "laney_p")
    var = center * (1 - center) if share else center
    sd = [math.sqrt(var / n) if g else None for g, n in zip(good, sizes)]
    rate = [c / n if g else None for g, c, n in zip(good, counts, sizes)]
    extra, scale = {}, 1
    if kind.startswith("laney"):
        z = [(r - center) / s if g else None for g, r, s in zip(good, rate, sd)]
        steps = [abs(z[i] - z[i - 1]) for i in range(b0 + 1, b1) if good[i] and good[i - 1]]
        scale = float(np.mean(steps)) / (2 / math.sqrt(math.pi))
        extra = {"z": z, "sigmaZ": scale}
    unit = sizes if kind == "np" else [1] * m
    top = lambda i: (sizes[i] if kind == "np" else 1) if share else math.inf
    cl = [center * unit[i] if good[i] else None for i in range(m)]
    ucl = [min(top(i), (center + k * scale * sd[i]) * unit[i]) if good[i] else None for i in range(m)]
    lcl = [max(0, (center - k * scale * sd[i]) * unit[i]) if good[i] else None for i in range(m)]
    values = [rate[i] * unit[i] if good[i] else None for i in range(m)]
    return {"center": center, "values": values, **extra, "cl": cl, "ucl": ucl, "lcl": lcl, "outOfControl": flags(values, lcl, ucl)}


n = [int(x) for x in rng.integers(80, 300, 20)]
d = [int(rng.binomial(s, 0.12)) for s in n]
d[15] = int(n[15] * 0.4)
n2 = [None if i == 4 else 0 if i == 9 else -5 if i == 11 else s for i, s in enumerate(n)]
d2_ = [None if i == 7 else x for i, x in enumerate(d)]
area = [round(s / 100, 2) for s in n]
area2 = [None if i == 4 else 0 if i == 9 else a for i, a in enumerate(area)]
cnt = [int(rng.poisson(7 * a)) for a in area]
for kind in ("p", "np", "laney_p"):
    case(kind, "baseline-holes", {"defectives": d2_, "sizes": n2}, {"k": 2, "baseline": [1, 14]}, attribute(kind, d2_, n2, 2, [1, 14]))
for kind in ("u", "laney_u"):
    case(kind, "baseline-fractional", {"counts": cnt, "sizes": area2}, {"k": 2.5, "baseline": [2, 16]}, attribute(kind, cnt, area2, 2.5, [2, 16]))
case("c", "baseline-holes", {"counts": holes(cnt, 3, 12)}, {"k": 2, "baseline": [0, 12]}, attribute("c", holes(cnt, 3, 12), None, 2, [0, 12]))
smooth = [20, 21, 20, 21, 22, 21, 20, 21, 20, 20]
case("laney_p", "narrower", {"defectives": smooth, "sizes": [200] * 10}, {"k": 3}, attribute("laney_p", smooth, [200] * 10, 3))

# --- rare events ---------------------------------------------------------------------------------------------------
gaps = [12, 0, 33, None, 8, 51, 4, 19, 27, 2, 140, 7]
base = have(gaps[2:10])
mean = float(base.mean())
sg = math.sqrt(mean * (mean + 1))
case("g", "baseline-k2", {"values": gaps}, {"k": 2, "baseline": [2, 10]},
     {"center": mean, "median": float(np.median(base)), "sigma": sg, "ucl": mean + 2 * sg, "lcl": max(0, mean - 2 * sg),
      "outOfControl": flags(gaps, max(0, mean - 2 * sg), mean + 2 * sg)})
between = [2.5, 0.4, 7.25, None, 1.1, 3.3, 12.5, 0.05, 4.4]
y = [None if b is None else b ** (1 / 3.6) for b in between]
yc = float(np.mean(have(y)))
ymr = float(np.mean([abs(y[i] - y[i - 1]) for i in range(1, 9) if y[i] is not None and y[i - 1] is not None]))
ys = ymr / D2[2]
yl, yu = yc - 2 * ys, yc + 2 * ys
back = lambda q: q**3.6 if q > 0 else 0
case("t", "k2-missing", {"values": between}, {"k": 2},
     {"transformed": y, "transformedCenter": yc, "transformedMrBar": ymr, "transformedUcl": yu, "transformedLcl": yl,
      "center": back(yc), "ucl": back(yu), "lcl": back(yl), "outOfControl": flags(between, back(yl), back(yu))})


# --- time-weighted -------------------------------------------------------------------------------------------------
def ewma(values, sizes, lam, L, target, sigma, start, exact):
    z, zs, up, lo = start, [], [], []
    for i, x in enumerate(values):
        if x is not None and (sizes is None or sizes[i]):
            z = lam * x + (1 - lam) * z
            f = math.sqrt(lam / (2 - lam) * ((1 - (1 - lam) ** (2 * (i + 1))) if exact else 1))
            w = L * f * sigma / math.sqrt(sizes[i] if sizes else 1)
            zs.append(z), up.append(target + w), lo.append(target - w)
        else:
            zs.append(z), up.append(None), lo.append(None)
    return zs, up, lo


means = nums(14, 50.5, 1)
sizes = [4, 5, 5, 3, 4, 6, 5, 5, 4, 5, 2, 5, 5, 4]
for exact in (True, False):
    z, up, lo = ewma(means, sizes, 0.15, 2.8, 50, 2.2, 50.8, exact)
    case("ewma", "sizes-" + ("exact" if exact else "asymptotic"), {"values": means, "sizes": sizes},
         {"lambda": 0.15, "L": 2.8, "target": 50, "sigma": 2.2, "start": 50.8, "limits": "exact" if exact else "asymptotic"},
         {"center": 50, "sigma": 2.2, "ewma": z, "ucl": up, "lcl": lo, "outOfControl": flags(z, lo, up)})


def cusum(values, sizes, target, sigma, k, h, head):
    p = m = head
    rp = rm = 0
    out = {"cPlus": [], "cMinus": [], "runPlus": [], "runMinus": []}
    for i, x in enumerate(values):
        if x is not None:
            z = (x - target) / (sigma / math.sqrt(sizes[i] if sizes else 1))
            p, m = max(0, p + z - k), max(0, m - z - k)
            rp, rm = (rp + 1 if p > 0 else 0), (rm + 1 if m > 0 else 0)
        out["cPlus"].append(p), out["cMinus"].append(m), out["runPlus"].append(rp), out["runMinus"].append(rm)
    out["signalsPlus"] = [i for i, c in enumerate(out["cPlus"]) if c > h]
    out["signalsMinus"] = [i for i, c in enumerate(out["cMinus"]) if c > h]
    if sizes is None:
        out["dataUnits"] = {"cPlus": [c * sigma for c in out["cPlus"]], "cMinus": [c * sigma for c in out["cMinus"]], "K": k * sigma, "H": h * sigma}
    return out


case("cusum", "sizes-headstart", {"values": means, "sizes": sizes}, {"target": 50, "sigma": 2.2, "k": 0.4, "h": 4.5, "headStart": 2.25},
     cusum(means, sizes, 50, 2.2, 0.4, 4.5, 2.25))

# --- several variables ---------------------------------------------------------------------------------------------
X = np.round(rng.multivariate_normal([5, 8, 2], [[1, 0.6, 0.1], [0.6, 2, 0.3], [0.1, 0.3, 0.5]], 18), 3)
X[11] += [3, -4, 2]
m, p = X.shape
S = np.cov(X.T)
t2 = [float((r - X.mean(0)) @ np.linalg.solve(S, r - X.mean(0))) for r in X]
u1 = (m - 1) ** 2 / m * stats.beta.ppf(1 - 0.01, p / 2, (m - p - 1) / 2)
u2 = p * (m + 1) * (m - 1) / (m * (m - p)) * stats.f.ppf(1 - 0.01, p, m - p)
case("hotelling", "three-variables", {"rows": X}, {"alpha": 0.01},
     {"mean": X.mean(0), "covariance": S, "t2": t2, "uclPhase1": u1, "uclPhase2": u2, "outOfControlPhase1": [i for i, t in enumerate(t2) if t > u1]})

rows = []
for size in (2, 3, 5, 7, 10):
    k2, k3, k4 = D2[size], D3[size], c4(size)
    rows.append({"n": size, "d2": k2, "d3": k3, "c4": k4, "A2": 3 / (k2 * math.sqrt(size)), "A3": 3 / (k4 * math.sqrt(size)),
                 "B3": max(0, 1 - 3 * math.sqrt(1 - k4**2) / k4), "B4": 1 + 3 * math.sqrt(1 - k4**2) / k4,
                 "D3": max(0, 1 - 3 * k3 / k2), "D4": 1 + 3 * k3 / k2, "E2": 3 / k2})
rows += [{"n": size, "c4": c4(size)} for size in (26, 100, 344, 345, 1000)]
case("constants", "factors", {"n": [r["n"] for r in rows], "names": list(rows[0])[1:]}, {}, {"rows": rows, "d4MedianMR2": math.sqrt(2) * stats.norm.ppf(0.75)})

# --- distributions -------------------------------------------------------------------------------------------------
mp.mp.dps = 30
q = []


def ask(fn, value, **args):
    q.append(({"fn": fn, "args": {k.replace("lower_tail", "lower.tail").replace("log_p", "log.p"): v for k, v in args.items()}}, value))


laws = {
    "norm": (lambda a: stats.norm(a["mean"], a["sd"]), {"mean": 3, "sd": 0.5}, (2.2, 4.9)),
    "t": (lambda a: stats.t(a["df"]), {"df": 4.5}, (-2.4, 3.1)),
    "chisq": (lambda a: stats.chi2(a["df"]), {"df": 7}, (3.1, 18)),
    "f": (lambda a: stats.f(a["df1"], a["df2"]), {"df1": 3, "df2": 11}, (0.4, 5.5)),
    "beta": (lambda a: stats.beta(a["shape1"], a["shape2"]), {"shape1": 2.5, "shape2": 0.7}, (0.2, 0.93)),
    "gamma": (lambda a: stats.gamma(a["shape"], scale=1 / a["rate"]), {"shape": 2.2, "rate": 0.4}, (1.1, 14)),
    "weibull": (lambda a: stats.weibull_min(a["shape"], scale=a["scale"]), {"shape": 1.7, "scale": 6}, (2, 11)),
    "lnorm": (lambda a: stats.lognorm(a["sdlog"], scale=math.exp(a["meanlog"])), {"meanlog": 1.2, "sdlog": 0.6}, (2, 9)),
    "exp": (lambda a: stats.expon(scale=1 / a["rate"]), {"rate": 0.25}, (1, 9)),
    "unif": (lambda a: stats.uniform(a["min"], a["max"] - a["min"]), {"min": 2, "max": 6}, (2.4, 5)),
}
for name, (make, args, points) in laws.items():
    law = make(args)
    for x in points:
        ask("p" + name, law.cdf(x), q=x, **args)
        ask("p" + name, law.sf(x), q=x, lower_tail=False, **args)
        ask("p" + name, law.logcdf(x), q=x, log_p=True, **args)
        ask("d" + name, law.pdf(x), x=x, **args)
        ask("d" + name, law.logpdf(x), x=x, log=True, **args)
    for pr in (0.01, 0.3, 0.95):
        ask("q" + name, law.ppf(pr), p=pr, **args)
        ask("q" + name, law.isf(pr), p=pr, lower_tail=False, **args)
        ask("q" + name, law.ppf(pr), p=math.log(pr), log_p=True, **args)
discrete = {
    "binom": (lambda a: stats.binom(a["size"], a["prob"]), {"size": 40, "prob": 0.15}, (2, 9)),
    "pois": (lambda a: stats.poisson(a["lambda"]), {"lambda": 6.5}, (3, 13)),
    "geom": (lambda a: stats.geom(a["prob"], loc=-1), {"prob": 0.2}, (0, 7)),
    "nbinom": (lambda a: stats.nbinom(a["size"], a["prob"]), {"size": 3, "prob": 0.35}, (2, 11)),
    "hyper": (lambda a: stats.hypergeom(a["m"] + a["n"], a["m"], a["k"]), {"m": 12, "n": 20, "k": 9}, (2, 6)),
}
for name, (make, args, points) in discrete.items():
    law = make(args)
    for x in points:
        ask("p" + name, law.cdf(x), q=x, **args)
        ask("p" + name, law.sf(x), q=x, lower_tail=False, **args)
        ask("d" + name, law.pmf(x), x=x, **args)
    for pr in (0.05, 0.5, 0.99):
        ask("q" + name, law.ppf(pr), p=pr, **args)
        ask("q" + name, law.ppf(1 - pr), p=pr, lower_tail=False, **args)
for df, ncp, t in ((12, 1.5, 2.2), (30, 3, 1.1), (5, -1, 0.4)):
    ask("pt", stats.nct.cdf(t, df, ncp), q=t, df=df, ncp=ncp)
    ask("pt", stats.nct.sf(t, df, ncp), q=t, df=df, ncp=ncp, lower_tail=False)
case("distribution", "families", {"queries": [a for a, _ in q]}, {}, {"values": [v for _, v in q]}, {"rel": 1e-8, "abs": 1e-300})
q.clear()
for rng_, means_, df in ((3.5, 3, 5.2), (4.8, 7, 44), (2.1, 2, 3), (6.0, 10, 120), (9.5, 12, 9)):
    ask("ptukey", float(stats.studentized_range.cdf(rng_, means_, df)), q=rng_, nmeans=means_, df=df)
for pr, means_, df in ((0.9, 3, 7.5), (0.999, 5, 25)):
    ask("qtukey", float(optimize.brentq(lambda x: stats.studentized_range.cdf(x, means_, df) - pr, 0.1, 40, xtol=1e-11)), p=pr, nmeans=means_, df=df)
case("distribution", "studentized-range", {"queries": [a for a, _ in q]}, {}, {"values": [v for _, v in q]}, {"rel": 1e-6, "abs": 1e-9})


# --- capability ----------------------------------------------------------------------------------------------------
def index(a, b, c):
    return {k: None if x is None else x for k, x in zip(("both", "lower", "upper"), (a, b, c))}


def capability(groups, values, within, lsl, usl, target):
    flat = have(list(itertools.chain(*groups)) if groups else values)
    mean, s, N = float(flat.mean()), float(flat.std(ddof=1)), len(flat)
    if groups:
        sw = xbar("xbar_r", groups, within, 3)["sigma"]
    else:
        # A moving range bridges no gap, as on the chart.
        sw = float(np.mean([abs(b - a) for a, b in itertools.pairwise(values) if a is not None and b is not None])) / D2[2]
    least = lambda *xs: min([x for x in xs if x is not None], default=None)

    def trio(sd):
        l = None if lsl is None else (mean - lsl) / (3 * sd)
        u = None if usl is None else (usl - mean) / (3 * sd)
        b = None if lsl is None or usl is None else (usl - lsl) / (6 * sd)
        return b, l, u, least(l, u)

    def ppm(sd):
        below = 0 if lsl is None else 1e6 * stats.norm.cdf((lsl - mean) / sd)
        above = 0 if usl is None else 1e6 * stats.norm.sf((usl - mean) / sd)
        return {"belowLsl": below, "aboveUsl": above, "total": below + above}

    cp, cpl, cpu, cpk = trio(sw)
    pp, ppl, ppu, ppk = trio(s)
    lo = 0 if lsl is None else 1e6 * float(np.mean(flat < lsl))
    hi = 0 if usl is None else 1e6 * float(np.mean(flat > usl))
    both = lsl is not None and usl is not None and target is not None
    cpm = (usl - lsl) / (6 * math.sqrt(s**2 + (mean - target) ** 2)) if both else None
    return {"n": N, "mean": mean, "sigmaWithin": sw, "sigmaOverall": s, "cp": cp, "cpl": cpl, "cpu": cpu, "cpk": cpk,
            "pp": pp, "ppl": ppl, "ppu": ppu, "ppk": ppk, "cpm": cpm, "ppmObserved": {"belowLsl": lo, "aboveUsl": hi, "total": lo + hi},
            "ppmWithin": ppm(sw), "ppmOverall": ppm(s),
            "extra": {"zBenchWithin": stats.norm.isf(ppm(sw)["total"] / 1e6), "zBenchOverall": stats.norm.isf(ppm(s)["total"] / 1e6),
                      **({"cpmMinitab": (usl - lsl) / (6 * math.sqrt(float(np.sum((flat - target) ** 2)) / (N - 1))),
                          "cpmWithin": cp / math.sqrt(1 + ((mean - target) / sw) ** 2)} if both else {})}}


cap = [nums(5, 20, 1.5) for _ in range(12)]
cap[3] = cap[3][:3]
cap[5][1] = None
for within, lsl, usl, target in (("rbar", 16, 25, 20), ("sbar", 16, None, None), ("pooled", None, 23.5, 20), ("rbar_mvlue", 15, 24, None)):
    case("capability", f"normal-{within}", {"subgroups": cap}, {"lsl": lsl, "usl": usl, "target": target, "distribution": "normal", "withinEstimator": within},
         capability(cap, None, within, lsl, usl, target), {"rel": 1e-8, "abs": 1e-9})
single = holes(nums(30, 20, 1.5), 4, 19)
case("capability", "individuals-lower", {"values": single}, {"lsl": 17, "usl": None, "target": None, "distribution": "normal", "withinEstimator": "average_mr"},
     capability(None, single, None, 17, None, None), {"rel": 1e-8, "abs": 1e-9})

skew = [round(float(x), 3) for x in rng.lognormal(1.5, 0.5, 40)]
for lam in (-0.5, 0.3, 2):
    f = lambda x: x**lam
    yy = f(np.array(skew))
    mu, sd = float(yy.mean()), float(yy.std(ddof=1))
    a, b = f(1.2), f(15.0)
    lo_t, hi_t = min(a, b), max(a, b)
    down, up_ = (mu - lo_t) / (3 * sd), (hi_t - mu) / (3 * sd)
    below, above = 1e6 * stats.norm.cdf((lo_t - mu) / sd), 1e6 * stats.norm.sf((hi_t - mu) / sd)
    if lam < 0:
        down, up_, below, above = up_, down, above, below
    case("capability", f"boxcox-{lam}", {"subgroups": [skew[i : i + 4] for i in range(0, 40, 4)]},
         {"lsl": 1.2, "usl": 15.0, "target": None, "distribution": "boxcox", "lambda": lam},
         {"n": 40, "lambda": lam, "transformed": {"mean": mu, "sd": sd, "lsl": a, "usl": b}, "pp": (hi_t - lo_t) / (6 * sd), "ppl": down,
          "ppu": up_, "ppk": min(down, up_), "ppmOverall": {"belowLsl": below, "aboveUsl": above, "total": below + above}}, {"rel": 1e-8, "abs": 1e-9})

W = np.array(skew)
shape = optimize.brentq(lambda k: np.sum(W**k * np.log(W)) / np.sum(W**k) - 1 / k - np.mean(np.log(W)), 0.05, 50, xtol=1e-14)
scale = float(np.mean(W**shape)) ** (1 / shape)
pct = {n_: scale * (-math.log1p(-pr)) ** (1 / shape) for n_, pr in (("p00135", 0.00135), ("p50", 0.5), ("p99865", 0.99865))}
case("capability", "weibull-upper", {"values": holes(skew + [None], 40)}, {"lsl": None, "usl": 12, "target": None, "distribution": "weibull", "fit": "mle"},
     {"n": 40, "shape": shape, "scale": scale, "percentiles": pct, "pp": None, "ppl": None, "ppu": (12 - pct["p50"]) / (pct["p99865"] - pct["p50"]),
      "ppk": (12 - pct["p50"]) / (pct["p99865"] - pct["p50"]),
      "ppmOverall": {"belowLsl": 0, "aboveUsl": 1e6 * math.exp(-((12 / scale) ** shape)), "total": 1e6 * math.exp(-((12 / scale) ** shape))}},
     {"rel": 1e-7, "abs": 1e-9})
long = sorted(round(float(x), 3) for x in rng.lognormal(1.5, 0.5, 1200))
for kind_, method in ((6, "weibull"), (7, "linear")):
    qs = {n_: float(np.quantile(long, pr, method=method)) for n_, pr in (("p00135", 0.00135), ("p50", 0.5), ("p99865", 0.99865))}
    ppl = (qs["p50"] - 0.8) / (qs["p50"] - qs["p00135"])
    case("capability", f"percentile-type{kind_}", {"values": long}, {"lsl": 0.8, "usl": None, "target": None, "distribution": "percentile", "quantileType": kind_},
         {"n": 1200, "percentiles": qs, "pp": None, "ppl": ppl, "ppu": None, "ppk": ppl,
          "ppmObserved": {"belowLsl": 1e6 * float(np.mean(np.array(long) < 0.8)), "aboveUsl": 0, "total": 1e6 * float(np.mean(np.array(long) < 0.8))}})

ll = lambda lam: stats.boxcox_llf(lam, W)
best = optimize.minimize_scalar(lambda l: -ll(l), bounds=(-3, 3), method="bounded", options={"xatol": 1e-11}).x
drop = stats.chi2.ppf(0.95, 1) / 2
ends_ = [optimize.brentq(lambda l: ll(best) - ll(l) - drop, best - 3, best, xtol=1e-13), optimize.brentq(lambda l: ll(best) - ll(l) - drop, best, best + 3, xtol=1e-13)]
case("boxcox", "missing", {"values": skew + [None]}, {"method": "mle", "logLikDifferenceAt": [-1, 0, 1, 2]},
     {"lambda": best, "ci95": ends_, "logLikDifferences": [ll(l) - ll(best) for l in (-1, 0, 1, 2)]},
     {"rel": 1e-6, "abs": 1e-7, "fields": {"lambda": {"abs": 2e-6}}})


# --- yields --------------------------------------------------------------------------------------------------------
def rates(defects, units, opp, shift):
    dpu, dpo = defects / units, defects / (units * opp)
    z = stats.norm.isf(dpo)
    return {"dpu": dpu, "dpo": dpo, "dpmo": 1e6 * dpo, "opportunityYield": 1 - dpo, "throughputYield": math.exp(-dpu),
            "sigmaLongTerm": z, "sigmaShortTerm": z + shift}


case("dpmo", "counts-shift", {"defects": 37, "units": 1250, "opportunitiesPerUnit": 6}, {"mode": "counts", "shift": 1.2}, rates(37, 1250, 6, 1.2))
case("dpmo", "all-defective", {"defects": 50, "units": 10, "opportunitiesPerUnit": 5}, {"mode": "counts", "shift": 1.5},
     {"dpu": 5, "dpo": 1, "dpmo": 1e6, "opportunityYield": 0, "throughputYield": math.exp(-5), "sigmaLongTerm": "-Infinity", "sigmaShortTerm": "-Infinity"})
case("dpmo", "from-sigma-shift", {"sigmaShortTerm": [0, 1.7, 4.4, 6]}, {"mode": "from_sigma", "shift": 1},
     {"dpmo": [1e6 * stats.norm.sf(s - 1) for s in (0, 1.7, 4.4, 6)], "yieldPercent": [100 * stats.norm.cdf(s - 1) for s in (0, 1.7, 4.4, 6)]})
case("dpmo", "from-dpmo-ends", {"dpmo": [0, 12, 250000, 1e6]}, {"mode": "from_dpmo", "shift": 0},
     {"sigmaShortTerm": ["Infinity", stats.norm.isf(12e-6), stats.norm.isf(0.25), "-Infinity"],
      "sigmaLongTerm": ["Infinity", stats.norm.isf(12e-6), stats.norm.isf(0.25), "-Infinity"], "yieldPercent": [100, 99.9988, 75, 0]})
case("dpmo", "steps", {"steps": [{"unitsIn": 400, "scrap": 0, "rework": 0}, {"unitsIn": 400, "scrap": 8, "rework": 20}, {"unitsIn": 392, "scrap": 2, "rework": 0}]},
     {"mode": "process_steps"}, {"firstPassYields": [1, 372 / 400, 390 / 392], "finalYields": [1, 392 / 400, 390 / 392], "rty": 372 / 400 * 390 / 392})
ch = [(3, 200, 4), (0, 500, 2), (11, 90, 10)]
tot, opp = sum(c[0] for c in ch), sum(c[1] * c[2] for c in ch)
zt = stats.norm.isf(tot / opp)
per = [rates(*c, 0) for c in ch]
per[1]["sigmaLongTerm"] = per[1]["sigmaShortTerm"] = "Infinity"
case("dpmo", "characteristics-no-shift", {"characteristics": [dict(zip(("defects", "units", "opportunitiesPerUnit"), c)) for c in ch]},
     {"mode": "multiple_characteristics", "shift": 0},
     {"perCharacteristic": per, "totalDefects": tot, "totalOpportunities": opp, "dpo": tot / opp, "dpmo": 1e6 * tot / opp, "sigmaLongTerm": zt, "sigmaShortTerm": zt})
case("dpmo", "more-than-possible", {"defects": 51, "units": 10, "opportunitiesPerUnit": 5}, {"mode": "counts"}, {"error": True, "reason": "dpo above 1"})
case("dpmo", "negative-scrap", {"steps": [{"unitsIn": 40, "scrap": -1, "rework": 0}]}, {"mode": "process_steps"}, {"error": True, "reason": "negative scrap"})
case("dpmo", "yield-above-one", {"stepYields": [0.9, 1.1]}, {"mode": "rolled_yield"}, {"error": True, "reason": "yield above 1"})

# --- samples -------------------------------------------------------------------------------------------------------
x, y = holes(nums(13, 5, 2), 3), holes(nums(11, 6.2, 3), 0, 8)
probs = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]


def describe(values):
    a = have(values)
    N = len(a)
    m2, m3, m4 = (float(np.mean((a - a.mean()) ** k)) for k in (2, 3, 4))
    g1, g2 = m3 / m2**1.5, m4 / m2**2 - 3
    s = a.std(ddof=1)
    half = stats.t.ppf(0.975, N - 1) * s / math.sqrt(N)
    c = a - a.mean()
    return {"n": N, "nMissing": len(values) - N, "mean": a.mean(), "sd": s, "variance": s**2, "seMean": s / math.sqrt(N), "min": a.min(), "max": a.max(),
            "range": a.max() - a.min(), "sum": a.sum(), "median": np.median(a),
            "quantiles": {"probs": probs, "type7": np.quantile(a, probs), "type6": np.quantile(a, probs, method="weibull")},
            "iqrType7": np.quantile(a, 0.75) - np.quantile(a, 0.25), "skewness": {"g1": g1, "G1": g1 * math.sqrt(N * (N - 1)) / (N - 2)},
            "kurtosis": {"g2": g2, "G2": (N - 1) / ((N - 2) * (N - 3)) * ((N + 1) * g2 + 6)}, "meanCi95": [a.mean() - half, a.mean() + half],
            "autocorrLag1": float(np.sum(c[1:] * c[:-1]) / np.sum(c * c))}


one = describe(x)
one.pop("autocorrLag1")
case("descriptive", "missing", {"values": x}, {"ddof": 1, "quantileTypes": [7, 6]}, one)
case("descriptive", "all-missing", {"values": [None, None]}, {}, {"n": 0, "nMissing": 2, "mean": None, "sd": None, "min": None, "median": None, "meanCi95": None})
big = nums(60, 7, 3)
case("descriptive", "large-offset", {"values": [1e9 + b for b in big]}, {}, {k: v for k, v in describe([1e9 + b for b in big]).items() if k in ("n", "mean", "min", "max", "median", "range")}, {"rel": 1e-14, "abs": 0})


def ad(values):
    a = np.sort(have(values))
    N = len(a)
    z = (a - a.mean()) / a.std(ddof=1)
    i = np.arange(1, N + 1)
    a2 = float(-N - np.sum((2 * i - 1) * (stats.norm.logcdf(z) + stats.norm.logsf(z[::-1]))) / N)
    w = a2 * (1 + 0.75 / N + 2.25 / N**2)
    p = (math.exp(1.2937 - 5.709 * w + 0.0186 * w * w) if w >= 0.6 else math.exp(0.9177 - 4.279 * w - 1.38 * w * w) if w >= 0.34
         else 1 - math.exp(-8.318 + 42.796 * w - 59.938 * w * w) if w >= 0.2 else 1 - math.exp(-13.436 + 101.14 * w - 223.73 * w * w))
    return {"a2": a2, "a2Adjusted": w, "p": p}


for name, values in (("missing", x), ("skewed", skew), ("uniformish", [float(i) for i in range(1, 26)])):
    w_ = stats.shapiro(have(values))
    case("normality", name, {"values": values}, {}, {"n": len(have(values)), "andersonDarling": ad(values), "shapiroWilk": {"w": w_.statistic, "p": w_.pvalue}},
         {"rel": 1e-8, "abs": 1e-12, "fields": {"shapiroWilk": {"rel": 1e-5}, "shapiroWilk.p": {"rel": 1e-3}}})


def t_of(kind, x, y, mu, alt, conf):
    if kind == "one":
        a = have(x)
        est, se, df = a.mean(), a.std(ddof=1) / math.sqrt(len(a)), len(a) - 1
    elif kind == "paired":
        a = np.array([u - w for u, w in zip(x, y) if u is not None and w is not None])
        est, se, df = a.mean(), a.std(ddof=1) / math.sqrt(len(a)), len(a) - 1
    else:
        a, b = have(x), have(y)
        va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
        est = a.mean() - b.mean()
        if kind == "welch":
            se, df = math.sqrt(va + vb), (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
        else:
            df = len(a) + len(b) - 2
            se = math.sqrt(((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / df * (1 / len(a) + 1 / len(b)))
    t = (est - mu) / se
    T = stats.t(df)
    if alt == "two.sided":
        return {"estimate": est, "se": se, "t": t, "df": df, "p": 2 * T.sf(abs(t)), "ci": [est - T.isf((1 - conf) / 2) * se, est + T.isf((1 - conf) / 2) * se]}
    if alt == "less":
        return {"estimate": est, "se": se, "t": t, "df": df, "p": T.cdf(t), "ci": [None, est + T.isf(1 - conf) * se]}
    return {"estimate": est, "se": se, "t": t, "df": df, "p": T.sf(t), "ci": [est - T.isf(1 - conf) * se, None]}


for kind, alt in itertools.product(("one", "welch", "pooled", "paired"), ("two.sided", "less", "greater")):
    yy = y + [None, 7.7] if kind == "paired" else y
    case("ttest", f"{kind}-{alt}", {"x": x, **({} if kind == "one" else {"y": yy})}, {"type": kind, "mu": 0.5, "alternative": alt, "confLevel": 0.9},
         t_of(kind, x, yy, 0.5, alt, 0.9))


# --- shares --------------------------------------------------------------------------------------------------------
def side(z, alt):
    return 2 * stats.norm.sf(abs(z)) if alt == "two.sided" else stats.norm.cdf(z) if alt == "less" else stats.norm.sf(z)


def wilson(k, n, z):
    p_ = k / n
    mid, half = (p_ + z * z / (2 * n)) / (1 + z * z / n), z / (1 + z * z / n) * math.sqrt(p_ * (1 - p_) / n + z * z / (4 * n * n))
    return mid - half, mid + half


for k_, n_, p0, alt, conf in ((7, 60, 0.2, "less", 0.99), (18, 18, 0.8, "greater", 0.95), (31, 90, 0.3, "two.sided", 0.8)):
    est, z, a = k_ / n_, stats.norm.isf((1 - conf) / 2), (1 - conf) / 2
    zt = (est - p0) / math.sqrt(p0 * (1 - p0) / n_)
    na, ka = n_ + z * z, k_ + z * z / 2
    half, halfa = z * math.sqrt(est * (1 - est) / n_), z * math.sqrt(ka / na * (1 - ka / na) / na)
    case("proportions", f"one-{alt}", {"x": k_, "n": n_}, {"samples": 1, "p0": p0, "alternative": alt, "confLevel": conf},
         {"estimate": est, "exact": {"p": stats.binomtest(k_, n_, p0, alternative=alt.replace(".", "-")).pvalue}, "normal": {"z": zt, "p": side(zt, alt)},
          "ci": {"wald": [max(0, est - half), min(1, est + half)], "wilson": wilson(k_, n_, z),
                 "clopperPearson": [0 if k_ == 0 else stats.beta.ppf(a, k_, n_ - k_ + 1), 1 if k_ == n_ else stats.beta.isf(a, k_ + 1, n_ - k_)],
                 "agrestiCoull": [max(0, ka / na - halfa), min(1, ka / na + halfa)]}}, {"rel": 1e-8, "abs": 1e-10})
for (x1, n1, x2, n2), alt, conf in (((14, 90, 25, 85), "less", 0.9), ((30, 70, 18, 66), "greater", 0.99)):
    p1, p2, pp_ = x1 / n1, x2 / n2, (x1 + x2) / (n1 + n2)
    sp, su = math.sqrt(pp_ * (1 - pp_) * (1 / n1 + 1 / n2)), math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    z = stats.norm.isf((1 - conf) / 2)
    l1, u1_ = wilson(x1, n1, z)
    l2, u2_ = wilson(x2, n2, z)
    dd = p1 - p2
    case("proportions", f"two-{alt}", {"x1": x1, "n1": n1, "x2": x2, "n2": n2}, {"samples": 2, "alternative": alt, "confLevel": conf},
         {"difference": dd, "pooled": {"z": dd / sp, "p": side(dd / sp, alt)}, "unpooled": {"z": dd / su, "p": side(dd / su, alt)},
          "ci": {"wald": [dd - z * su, dd + z * su]}, "fisher": {"p": stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]], alternative=alt).pvalue},
          "extra": {"newcombeCi": [dd - math.sqrt((p1 - l1) ** 2 + (u2_ - p2) ** 2), dd + math.sqrt((u1_ - p1) ** 2 + (p2 - l2) ** 2)]}}, {"rel": 1e-8, "abs": 1e-12})

table = [[12, 30, 9, 4], [22, 14, 17, 6], [5, 8, 21, 11]]
r = stats.chi2_contingency(table, correction=False)
g_ = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
case("chisq", "three-by-four", {"table": table}, {"test": "independence"},
     {"chi2": r.statistic, "df": r.dof, "p": r.pvalue, "expectedCounts": r.expected_freq, "minExpected": r.expected_freq.min(),
      "extra": {"gStatistic": g_.statistic, "gP": g_.pvalue, "cramersV": math.sqrt(r.statistic / (np.sum(table) * 2))}})
g_ = stats.chisquare([18, 25, 31, 12])
case("chisq", "equal-shares", {"observed": [18, 25, 31, 12]}, {"test": "goodness_of_fit"}, {"chi2": g_.statistic, "df": 3, "p": g_.pvalue, "expectedCounts": [21.5] * 4})
case("chisq", "wrong-shares", {"observed": [18, 25, 31], "probabilities": [0.5, 0.6, 0.2]}, {"test": "goodness_of_fit"}, {"error": True, "reason": "shares do not add to 1"})
case("chisq", "negative", {"table": [[1, 2], [3, -1]]}, {"test": "independence"}, {"error": True, "reason": "negative count"})
tb = [[9, 3], [4, 15]]
case("fisher", "three-tails", {"table": tb}, {}, {"pTwoSided": stats.fisher_exact(tb).pvalue, "pLess": stats.fisher_exact(tb, "less").pvalue,
                                                "pGreater": stats.fisher_exact(tb, "greater").pvalue, "oddsRatioSample": 9 * 15 / 12,
                                                "extra": {"oddsRatioConditional": stats.contingency.odds_ratio(tb).statistic}},
     {"rel": 1e-8, "abs": 1e-12, "fields": {"extra.oddsRatioConditional": {"rel": 1e-5}}})

# --- groups --------------------------------------------------------------------------------------------------------
gs = [{"name": "甲", "values": holes(nums(8, 5, 1), 2)}, {"name": "乙", "values": nums(6, 6, 2)}, {"name": "丙", "values": nums(9, 5.5, 0.7) + [None]}]
data = [have(g["values"]) for g in gs]
N = sum(map(len, data))
allv = np.concatenate(data)
ssb = sum(len(a) * (a.mean() - allv.mean()) ** 2 for a in data)
ssw = sum(((a - a.mean()) ** 2).sum() for a in data)
f, dfw = (ssb / 2) / (ssw / (N - 3)), N - 3
msw = ssw / dfw
crit = optimize.brentq(lambda v: stats.studentized_range.cdf(v, 3, dfw) - 0.99, 1, 20, xtol=1e-12)
tukey = []
for (ga, a), (gb, b) in itertools.combinations(list(zip(gs, data)), 2):
    se = math.sqrt(msw / 2 * (1 / len(a) + 1 / len(b)))
    df_ = a.mean() - b.mean()
    tukey.append({"a": ga["name"], "b": gb["name"], "diff": df_, "lower": df_ - crit * se, "upper": df_ + crit * se, "p": stats.studentized_range.sf(abs(df_) / se, 3, dfw)})
w = np.array([len(a) / a.var(ddof=1) for a in data])
mw = sum(w * [a.mean() for a in data]) / w.sum()
aux = sum((1 - w / w.sum()) ** 2 / np.array([len(a) - 1 for a in data]))
fw = (sum(w * (np.array([a.mean() for a in data]) - mw) ** 2) / 2) / (1 + 2 * aux / 8)
case("anova1", "tukey99", {"groups": gs}, {"tukeyConfLevel": 0.99},
     {"dfBetween": 2, "dfWithin": dfw, "ssBetween": ssb, "ssWithin": ssw, "msBetween": ssb / 2, "msWithin": msw, "f": f, "p": stats.f.sf(f, 2, dfw),
      "rSquared": ssb / (ssb + ssw), "residualSd": math.sqrt(msw),
      "groups": [{"name": g["name"], "n": len(a), "mean": a.mean(), "sd": a.std(ddof=1)} for g, a in zip(gs, data)], "tukey": tukey,
      "extra": {"welch": {"f": fw, "df1": 2, "df2": 8 / (3 * aux), "p": stats.f.sf(fw, 2, 8 / (3 * aux))}}},
     {"rel": 1e-9, "abs": 1e-12, "fields": {"tukey": {"rel": 1e-6, "abs": 1e-8}}})
ties = [{"name": str(i), "values": [None if v is None else float(round(v)) for v in g["values"]]} for i, g in enumerate(gs)]
td = [have(g["values"]) for g in ties]
kw = stats.kruskal(*td)
ranks = stats.rankdata(np.concatenate(td))
parts = np.split(ranks, np.cumsum([len(a) for a in td])[:-1])
h0 = 12 / (N * (N + 1)) * sum(p_.sum() ** 2 / len(p_) for p_ in parts) - 3 * (N + 1)
case("kruskal", "ties-missing", {"groups": ties}, {}, {"h": kw.statistic, "hUncorrected": h0, "df": 2, "p": kw.pvalue, "meanRanks": [p_.mean() for p_ in parts]})
bt, lm, lme = stats.bartlett(*data), stats.levene(*data, center="median"), stats.levene(*data, center="mean")
case("levene_bartlett", "three", {"groups": gs}, {}, {"bartlett": {"k2": bt.statistic, "df": 2, "p": bt.pvalue}, "leveneMedian": {"f": lm.statistic, "df1": 2, "df2": dfw, "p": lm.pvalue},
                                                       "leveneMean": {"f": lme.statistic, "df1": 2, "df2": dfw, "p": lme.pvalue}})
for alt in ("less", "greater"):
    xa, ya = have(x), have(y)
    u1_ = float(sum((a > b) + 0.5 * (a == b) for a in xa for b in ya))
    n1, n2 = len(xa), len(ya)
    both_ = stats.rankdata(np.concatenate([xa, ya]))
    _, cnts = np.unique(both_, return_counts=True)
    tie = float(sum(c**3 - c for c in cnts))
    sd = math.sqrt(n1 * n2 / 12 * ((n1 + n2 + 1) - tie / ((n1 + n2) * (n1 + n2 - 1))))
    z0, zc = (u1_ - n1 * n2 / 2) / sd, (u1_ - n1 * n2 / 2 - (0.5 if alt == "greater" else -0.5)) / sd
    exact = None if tie else stats.mannwhitneyu(xa, ya, alternative=alt, method="exact").pvalue
    case("mannwhitney", alt, {"x": x, "y": y}, {"alternative": alt},
         {"n1": n1, "n2": n2, "u1": u1_, "u2": n1 * n2 - u1_, "rankSum1": u1_ + n1 * (n1 + 1) / 2, "exact": {"p": exact},
          "normalCorrected": {"z": zc, "p": side(zc, alt)}, "normal": {"z": z0, "p": side(z0, alt)}})

# --- relations -----------------------------------------------------------------------------------------------------
cx, cy = [4.1, 5.2, None, 6.9, 3.3, 8.8, 7.1, 2.0, 5.9], [2.2, 3.9, 4.4, 3.0, 1.1, 6.1, None, 1.9, 4.2]
pairs = np.array([(a, b) for a, b in zip(cx, cy) if a is not None and b is not None])
a, b = pairs.T
m_ = len(a)
r_, rho = float(np.corrcoef(a, b)[0, 1]), float(np.corrcoef(stats.rankdata(a), stats.rankdata(b))[0, 1])
T = stats.t(m_ - 2)
perms = [np.corrcoef(range(m_), p_)[0, 1] for p_ in itertools.permutations(range(m_))]
for alt in ("two.sided", "less", "greater"):
    tr, ts = r_ * math.sqrt((m_ - 2) / (1 - r_**2)), rho * math.sqrt((m_ - 2) / (1 - rho**2))
    pt_ = lambda t: 2 * T.sf(abs(t)) if alt == "two.sided" else T.cdf(t) if alt == "less" else T.sf(t)
    up_, dn = np.mean([q_ >= rho - 1e-9 for q_ in perms]), np.mean([q_ <= rho + 1e-9 for q_ in perms])
    ex = min(1, 2 * min(up_, dn)) if alt == "two.sided" else dn if alt == "less" else up_
    zc = math.atanh(r_)
    if alt == "two.sided":
        ci = [math.tanh(zc - stats.norm.isf(0.025) / math.sqrt(m_ - 3)), math.tanh(zc + stats.norm.isf(0.025) / math.sqrt(m_ - 3))]
        case("correlation", alt, {"x": cx, "y": cy}, {"alternative": alt},
             {"n": m_, "pearson": {"r": r_, "t": tr, "df": m_ - 2, "p": pt_(tr), "ci95": ci}, "spearman": {"rho": rho, "pT": pt_(ts), "pExact": ex},
              "extra": {"kendallTauB": stats.kendalltau(a, b).statistic}})
    else:
        case("correlation", alt, {"x": cx, "y": cy}, {"alternative": alt},
             {"n": m_, "pearson": {"r": r_, "t": tr, "df": m_ - 2, "p": pt_(tr)}, "spearman": {"rho": rho, "pT": pt_(ts), "pExact": ex}})


def regress(preds, yv, intercept, at):
    cols = [p_["values"] for p_ in preds]
    rows_ = [r for r in zip(yv, *cols) if None not in r]
    A = np.array([[1.0] * intercept + list(r[1:]) for r in rows_])
    t = np.array([r[0] for r in rows_])
    n_, k_ = A.shape
    inv = np.linalg.inv(A.T @ A)
    beta = inv @ A.T @ t
    sse = float(((t - A @ beta) ** 2).sum())
    sst = float(((t - (t.mean() if intercept else 0)) ** 2).sum())
    dfr, dfm = n_ - k_, k_ - intercept
    s2 = sse / dfr
    se = np.sqrt(s2 * np.diag(inv))
    crit_ = stats.t.isf(0.025, dfr)
    F = (sst - sse) / dfm / s2
    names = ["(Intercept)"] * intercept + [p_["name"] for p_ in preds]
    preds_ = []
    for point in at:
        v_ = np.array([1.0] * intercept + list(point))
        fit, lev = float(v_ @ beta), float(v_ @ inv @ v_)
        c1, c2 = crit_ * math.sqrt(s2 * lev), crit_ * math.sqrt(s2 * (1 + lev))
        preds_.append({"x": point, "fit": fit, "ci95": [fit - c1, fit + c1], "pi95": [fit - c2, fit + c2]})
    return {"n": n_, "coefficients": [{"name": nm, "estimate": e, "se": s, "t": e / s, "p": 2 * stats.t.sf(abs(e / s), dfr)} for nm, e, s in zip(names, beta, se)],
            "rSquared": 1 - sse / sst, "adjRSquared": 1 - (sse / dfr) / (sst / (n_ - intercept)), "residualSd": math.sqrt(s2), "dfModel": dfm, "dfResidual": dfr,
            "ssRegression": sst - sse, "ssResidual": sse, "f": F, "p": stats.f.sf(F, dfm, dfr),
            "coefficientCi95": [[e - crit_ * s, e + crit_ * s] for e, s in zip(beta, se)], "predictions": preds_}


xs = [{"name": "时长", "values": holes(nums(16, 6, 2), 4)}, {"name": "人数", "values": nums(16, 3, 1)}]
yv = [None if i == 9 else round(2 + 1.5 * (xs[0]["values"][i] or 5) - 0.8 * xs[1]["values"][i] + float(rng.normal(0, 0.7)), 2) for i in range(16)]
for intercept in (True, False):
    case("regression", "intercept" if intercept else "origin", {"predictors": xs, "y": yv}, {"intercept": intercept, "predictAt": [[5, 2], [9, 4.5]]},
         regress(xs, yv, int(intercept), [[5, 2], [9, 4.5]]), {"rel": 1e-8, "abs": 1e-10})
case("regression", "too-few", {"predictors": [{"name": "a", "values": [1, 2]}, {"name": "b", "values": [2, 1]}], "y": [1, 2]}, {"intercept": True}, {"error": True, "reason": "no residual"})

# --- before and after ----------------------------------------------------------------------------------------------
bef = [12.1, 9.8, 11.4, None, 10.0, 13.6, 9.1, 12.9, 11.1, 10.7, 14.2]
aft = [11.0, 9.9, 10.2, 9.0, 9.3, 11.9, 9.4, 10.8, None, 10.1, 12.9]
ds = np.array([q_ - p_ for p_, q_ in zip(bef, aft) if p_ is not None and q_ is not None])
ds = np.round(ds, 10)
b_, a_ = np.array([(p_, q_) for p_, q_ in zip(bef, aft) if p_ is not None and q_ is not None]).T
rk = stats.rankdata(np.abs(ds))
V = float(rk[ds > 0].sum())
half = stats.t.isf(0.025, len(ds) - 1) * ds.std(ddof=1) / math.sqrt(len(ds))
tt = ds.mean() / (ds.std(ddof=1) / math.sqrt(len(ds)))
_, cnts = np.unique(rk, return_counts=True)
no_ties = all(c == 1 for c in cnts)
nz = len(ds)
exact = None
if no_ties:
    sums = np.array([sum(k_ for k_, s_ in zip(range(1, nz + 1), signs) if s_) for signs in itertools.product((0, 1), repeat=nz)])
    exact = min(1, 2 * min(np.mean(sums >= V), np.mean(sums <= V)))
sdv = math.sqrt(nz * (nz + 1) * (2 * nz + 1) / 24 - sum(c**3 - c for c in cnts) / 48)
zz = V - nz * (nz + 1) / 4
zz = (zz - math.copysign(0.5, zz)) / sdv
case("before_after", "paired-missing", {"before": bef, "after": aft}, {"design": "paired"},
     {"n": len(ds), "meanBefore": b_.mean(), "meanAfter": a_.mean(), "sdBefore": b_.std(ddof=1), "sdAfter": a_.std(ddof=1), "meanDifference": ds.mean(),
      "sdDifference": ds.std(ddof=1), "percentChange": 100 * ds.mean() / b_.mean(), "t": tt, "df": len(ds) - 1, "p": 2 * stats.t.sf(abs(tt), len(ds) - 1),
      "ci95": [ds.mean() - half, ds.mean() + half], "wilcoxon": {"v": V, "nNonZero": nz, "exactP": exact, "normalCorrectedP": 2 * stats.norm.sf(abs(zz))}},
     {"rel": 1e-8, "abs": 1e-10})
bb, aa = have(bef), have(aft)
wt = t_of("welch", aft, bef, 0, "two.sided", 0.95)
F = aa.var(ddof=1) / bb.var(ddof=1)
fd = stats.f(len(aa) - 1, len(bb) - 1)
case("before_after", "independent-missing", {"before": bef, "after": aft}, {"design": "independent"},
     {"nBefore": len(bb), "nAfter": len(aa), "meanBefore": bb.mean(), "meanAfter": aa.mean(), "sdBefore": bb.std(ddof=1), "sdAfter": aa.std(ddof=1),
      "meanDifference": wt["estimate"], "percentChange": 100 * wt["estimate"] / bb.mean(), "t": wt["t"], "df": wt["df"], "p": wt["p"], "ci95": wt["ci"],
      "varianceRatio": {"f": F, "df1": len(aa) - 1, "df2": len(bb) - 1, "p": 2 * min(fd.cdf(F), fd.sf(F)), "ci95": [F / fd.isf(0.025), F / fd.ppf(0.025)]}})


# --- measurement systems -------------------------------------------------------------------------------------------
def gage(parts, ops, vals, alpha, mode, mult, tol):
    P, O = sorted(set(parts)), sorted(set(ops))
    cell = {(i, j): [v for p_, o_, v in zip(parts, ops, vals) if p_ == i and o_ == j] for i in P for j in O}
    r_ = len(cell[P[0], O[0]])
    a_, b_, g_ = len(P), len(O), np.mean(vals)
    mp_ = {i: np.mean([v for p_, v in zip(parts, vals) if p_ == i]) for i in P}
    mo = {j: np.mean([v for o_, v in zip(ops, vals) if o_ == j]) for j in O}
    ssp, sso = b_ * r_ * sum((mp_[i] - g_) ** 2 for i in P), a_ * r_ * sum((mo[j] - g_) ** 2 for j in O)
    sst = sum((v - g_) ** 2 for v in vals)
    sse = sum(((np.array(c) - np.mean(c)) ** 2).sum() for c in cell.values())
    ssi = sst - ssp - sso - sse
    dp, do, di, de = a_ - 1, b_ - 1, (a_ - 1) * (b_ - 1), a_ * b_ * (r_ - 1)
    line = lambda df, ss, against=None, dfa=None: {"df": df, "ss": ss, "ms": ss / df, **({} if against is None else {"f": ss / df / against, "p": stats.f.sf(ss / df / against, df, dfa)})}
    msi, mse = ssi / di, sse / de
    full = {"part": line(dp, ssp, msi, di), "operator": line(do, sso, msi, di), "interaction": line(di, ssi, mse, de), "repeatability": line(de, sse),
            "total": {"df": a_ * b_ * r_ - 1, "ss": sst}}
    pooled = mode == "always" or (mode == "auto" and full["interaction"]["p"] > alpha)
    if pooled:
        mse2, de2 = (ssi + sse) / (di + de), di + de
        reduced = {"part": line(dp, ssp, mse2, de2), "operator": line(do, sso, mse2, de2), "repeatability": line(de2, ssi + sse), "total": {"df": a_ * b_ * r_ - 1, "ss": sst}}
        rep, inter, oper, part = mse2, 0, (sso / do - mse2) / (a_ * r_), (ssp / dp - mse2) / (b_ * r_)
    else:
        reduced = None
        rep, inter, oper, part = mse, (msi - mse) / r_, (sso / do - msi) / (a_ * r_), (ssp / dp - msi) / (b_ * r_)
    inter, oper, part = max(0, inter), max(0, oper), max(0, part)
    vc = {"repeatability": rep, "operator": oper, "interaction": inter, "reproducibility": oper + inter, "totalGageRR": rep + oper + inter, "partToPart": part, "total": rep + oper + inter + part}
    sd = {k: math.sqrt(v) for k, v in vc.items()}
    raw = 1.41 * sd["partToPart"] / sd["totalGageRR"]
    return {"parts": a_, "operators": b_, "trials": r_, "anovaFull": full, "interactionPooled": pooled, "anovaReduced": reduced, "varComp": vc,
            "pctContribution": {k: 100 * v / vc["total"] for k, v in vc.items()}, "stdDev": sd, "studyVar": {k: mult * v for k, v in sd.items()},
            "pctStudyVar": {k: 100 * v / sd["total"] for k, v in sd.items()}, "pctTolerance": None if tol is None else {k: 100 * mult * v / tol for k, v in sd.items()},
            "ndcRaw": raw, "ndc": max(1, math.floor(raw))}


parts, ops, vals = [], [], []
for i in range(6):
    for j in "ABC":
        for _ in range(2):
            parts.append(f"p{i}"), ops.append(j), vals.append(round(10 + i * 0.9 + "ABC".index(j) * 0.15 + (i * "ABC".index(j)) % 3 * 0.2 + float(rng.normal(0, 0.25)), 3))
order = list(rng.permutation(len(vals)))
parts, ops, vals = ([l[i] for i in order] for l in (parts, ops, vals))
for mode, alpha, mult, tol in (("never", 0.05, 5.15, 4), ("auto", 0.25, 6, None), ("always", 0.05, 6, 2.5)):
    case("gage_rr", f"shuffled-{mode}", {"parts": parts, "operators": ops, "values": vals},
         {"method": "anova_crossed", "alphaPoolInteraction": alpha, "interaction": mode, "studyVarMultiplier": mult, "tolerance": tol}, gage(parts, ops, vals, alpha, mode, mult, tol),
         {"rel": 1e-7, "abs": 1e-10})
k1, k2, k3 = 0.8862, 0.5231, 0.3742
cells = {(i, j): [v for p_, o_, v in zip(parts, ops, vals) if p_ == i and o_ == j] for i in set(parts) for j in "ABC"}
rbb = np.mean([max(c) - min(c) for c in cells.values()])
om = [np.mean([v for o_, v in zip(ops, vals) if o_ == j]) for j in "ABC"]
pm = [np.mean([v for p_, v in zip(parts, vals) if p_ == i]) for i in sorted(set(parts))]
ev = rbb * k1
av = math.sqrt(max(0, ((max(om) - min(om)) * k2) ** 2 - ev**2 / (6 * 2)))
grr, pv = math.hypot(ev, av), (max(pm) - min(pm)) * k3
tv = math.hypot(grr, pv)
case("gage_rr", "average-range", {"parts": parts, "operators": ops, "values": vals}, {"method": "average_range", "trials": 2, "k1": k1, "k2": k2, "k3": k3},
     {"rBarBar": rbb, "xDiff": max(om) - min(om), "partRange": max(pm) - min(pm), "ev": ev, "av": av, "grr": grr, "pv": pv, "tv": tv, "pctEv": 100 * ev / tv,
      "pctAv": 100 * av / tv, "pctGrr": 100 * grr / tv, "pctPv": 100 * pv / tv, "ndcRaw": 1.41 * pv / grr, "ndc": max(1, math.floor(1.41 * pv / grr))})


def kappa(table, weights):
    T_ = np.array(table, float)
    N_, k_ = T_.sum(), len(T_)
    P_ = T_ / N_
    i, j = np.indices((k_, k_))
    w_ = {"none": (i == j) * 1.0, "linear": 1 - abs(i - j) / (k_ - 1), "quadratic": 1 - (i - j) ** 2 / (k_ - 1) ** 2}[weights]
    r_, c_ = P_.sum(1), P_.sum(0)
    po, pe = float((w_ * P_).sum()), float((w_ * np.outer(r_, c_)).sum())
    kp = (po - pe) / (1 - pe)
    wr, wc = w_ @ c_, r_ @ w_
    se = math.sqrt((float((P_ * (w_ - (wr[:, None] + wc[None, :]) * (1 - kp)) ** 2).sum()) - (kp - pe * (1 - kp)) ** 2) / (N_ * (1 - pe) ** 2))
    s0 = math.sqrt((float((np.outer(r_, c_) * (w_ - (wr[:, None] + wc[None, :])) ** 2).sum()) - pe**2) / (N_ * (1 - pe) ** 2))
    z_ = stats.norm.isf(0.025)
    return {"n": int(N_), "po": po, "pe": pe, "kappa": kp, "se": se, "ci95": [kp - z_ * se, kp + z_ * se], "seNull": s0, "z": kp / s0, "p": 2 * stats.norm.sf(abs(kp / s0))}


cats = ["low", "mid", "high", "none"]
r1 = [cats[i] if i < 3 else None for i in rng.integers(0, 4, 40)]
r2 = [a_ if a_ and rng.random() < 0.6 else cats[int(rng.integers(0, 3))] for a_ in r1]
r2[3] = None
tab = [[sum(a_ == p_ and b_ == q_ for a_, b_ in zip(r1, r2)) for q_ in cats[:3]] for p_ in cats[:3]]
for weights in ("none", "linear", "quadratic"):
    case("kappa", f"ratings-{weights}", {"rater1": r1, "rater2": r2, "categories": cats[:3]}, {"type": "cohen", "weights": weights}, kappa(tab, weights),
         {"rel": 1e-8, "abs": 1e-12})
fl = [[3, 1, 0], [0, 4, 0], [2, 1, 1], [0, 1, 3], [4, 0, 0], [1, 2, 1], [0, 0, 4], [3, 0, 1]]
Fm = np.array(fl, float)
ns, m_r = len(fl), 4
pj = Fm.sum(0) / (ns * m_r)
pi_ = ((Fm**2).sum(1) - m_r) / (m_r * (m_r - 1))
pbar, pe = float(pi_.mean()), float((pj**2).sum())
qj = 1 - pj
s0 = math.sqrt(2) / (float((pj * qj).sum()) * math.sqrt(ns * m_r * (m_r - 1))) * math.sqrt(float((pj * qj).sum()) ** 2 - float((pj * qj * (qj - pj)).sum()))
kf = (pbar - pe) / (1 - pe)
case("kappa", "fleiss", {"counts": fl}, {"type": "fleiss"},
     {"subjects": ns, "raters": m_r, "pBar": pbar, "pe": pe, "kappa": kf, "seNull": s0, "z": kf / s0, "p": 2 * stats.norm.sf(abs(kf / s0)),
      "perCategory": [{"proportion": p_, "kappa": 1 - float((Fm[:, j] * (m_r - Fm[:, j])).sum()) / (ns * m_r * (m_r - 1) * p_ * (1 - p_))} for j, p_ in enumerate(pj)]})


def cronbach(rows_):
    A = np.array([r for r in rows_ if None not in r], float)
    n_, k_ = A.shape
    al = lambda B: B.shape[1] / (B.shape[1] - 1) * (1 - B.var(0, ddof=1).sum() / B.sum(1).var(ddof=1))
    R = np.corrcoef(A.T)
    rb = (R.sum() - k_) / (k_ * (k_ - 1))
    return {"n": n_, "items": k_, "alpha": al(A), "standardizedAlpha": k_ * rb / (1 + (k_ - 1) * rb), "alphaIfDropped": [al(np.delete(A, j, 1)) for j in range(k_)],
            "itemRestCorrelation": [np.corrcoef(A[:, j], np.delete(A, j, 1).sum(1))[0, 1] for j in range(k_)]}


latent = rng.normal(0, 1, 20)
rows_ = [[int(np.clip(round(3 + l + rng.normal(0, 0.8)), 1, 5)) for _ in range(4)] for l in latent]
rows_[6][2] = None
case("cronbach", "missing", {"rows": rows_}, {"missing": "listwise"}, cronbach(rows_))


# --- planning ------------------------------------------------------------------------------------------------------
def t_power(n_, delta, sd, alpha, two, samples):
    df = samples * (n_ - 1)
    ncp = delta / sd * math.sqrt(n_ / samples)
    c = stats.t.isf(alpha / (2 if two else 1), df)
    nct = lambda t: float(mp_nct(t, df, ncp))
    return 1 - nct(c) + (nct(-c) if two else 0)


def mp_nct(t, df, ncp):
    # P(T ≤ t) = ∫ Φ(t·s − ncp) f(s) ds with s = √(χ²/df)
    f = lambda s: stats.norm.cdf(t * s - ncp) * 2 * df * s * stats.chi2.pdf(df * s * s, df)
    return integrate.quad(f, 0, 1 + 12 / math.sqrt(df), epsabs=1e-13, epsrel=1e-12, limit=400)[0]


for test, samples in (("one_sample_t", 1), ("paired_sample_t", 1), ("two_sample_t", 2)):
    for alt in ("two.sided", "one.sided"):
        par = {"test": test, "delta": 0.8, "sd": 1.5, "alpha": 0.02, "alternative": alt}
        two = alt == "two.sided"
        raw = optimize.brentq(lambda n_: t_power(n_, 0.8, 1.5, 0.02, two, samples) - 0.87, 3, 400, xtol=1e-10)
        case("sample_size", f"{test}-{alt}", {}, {**par, "solveFor": "n", "power": 0.87},
             {"nRaw": raw, "n": math.ceil(raw), "achievedPower": t_power(math.ceil(raw), 0.8, 1.5, 0.02, two, samples)}, {"rel": 1e-6, "abs": 1e-9})
        case("sample_size", f"{test}-{alt}-power", {}, {**par, "solveFor": "power", "n": 17}, {"power": t_power(17, 0.8, 1.5, 0.02, two, samples)}, {"rel": 1e-7, "abs": 1e-9})
za = lambda alt: stats.norm.isf(0.05 / (2 if alt == "two.sided" else 1))
zb = stats.norm.isf(0.1)
for alt in ("two.sided", "one.sided"):
    for samples, test in ((1, "one_sample_z"), (2, "two_sample_z")):
        raw = samples * ((za(alt) + zb) * 5 / 2) ** 2
        case("sample_size", f"{test}-{alt}", {}, {"test": test, "solveFor": "n", "delta": 2, "sd": 5, "alpha": 0.05, "power": 0.9, "alternative": alt}, {"nRaw": raw, "n": math.ceil(raw)})
        case("sample_size", f"{test}-{alt}-power", {}, {"test": test, "solveFor": "power", "delta": 2, "sd": 5, "alpha": 0.05, "n": 40, "alternative": alt},
             {"power": stats.norm.cdf(2 / 5 * math.sqrt(40 / samples) - za(alt))})
    p0, p1 = 0.2, 0.31
    raw = ((za(alt) * math.sqrt(p0 * (1 - p0)) + zb * math.sqrt(p1 * (1 - p1))) / (p1 - p0)) ** 2
    case("sample_size", f"one_proportion-{alt}", {}, {"test": "one_proportion", "solveFor": "n", "p0": p0, "p1": p1, "alpha": 0.05, "power": 0.9, "alternative": alt}, {"nRaw": raw, "n": math.ceil(raw)})
    case("sample_size", f"one_proportion-{alt}-power", {}, {"test": "one_proportion", "solveFor": "power", "p0": p0, "p1": p1, "alpha": 0.05, "n": 90, "alternative": alt},
         {"power": stats.norm.cdf(((p1 - p0) * math.sqrt(90) - za(alt) * math.sqrt(p0 * (1 - p0))) / math.sqrt(p1 * (1 - p1)))})
    pb = (p0 + p1) / 2
    raw = ((za(alt) * math.sqrt(2 * pb * (1 - pb)) + zb * math.sqrt(p0 * (1 - p0) + p1 * (1 - p1))) / (p1 - p0)) ** 2
    case("sample_size", f"two_proportions-{alt}", {}, {"test": "two_proportions", "solveFor": "n", "p1": p0, "p2": p1, "alpha": 0.05, "power": 0.9, "alternative": alt}, {"nRaw": raw, "n": math.ceil(raw)})
    case("sample_size", f"two_proportions-{alt}-power", {}, {"test": "two_proportions", "solveFor": "power", "p1": p0, "p2": p1, "alpha": 0.05, "n": 210, "alternative": alt},
         {"power": stats.norm.cdf(((p1 - p0) * math.sqrt(210) - za(alt) * math.sqrt(2 * pb * (1 - pb))) / math.sqrt(p0 * (1 - p0) + p1 * (1 - p1)))})
z99 = stats.norm.isf(0.005)
n0 = (z99 * 12 / 2) ** 2
case("sample_size", "mean-margin-finite", {}, {"test": "mean_margin", "solveFor": "n", "sd": 12, "margin": 2, "confLevel": 0.99, "populationSize": 900}, {"nRaw": n0 / (1 + (n0 - 1) / 900), "n": math.ceil(n0 / (1 + (n0 - 1) / 900))})
n0 = z99**2 * 0.2 * 0.8 / 0.03**2
case("sample_size", "proportion-margin", {}, {"test": "proportion_margin", "solveFor": "n", "p": 0.2, "margin": 0.03, "confLevel": 0.99, "populationSize": None}, {"nRaw": n0, "n": math.ceil(n0)})


# --- Pareto --------------------------------------------------------------------------------------------------------
def pareto(items, cutoff, other=None):
    ordered = sorted(items, key=lambda i: -i[1])
    total, cum, rows_ = sum(i[1] for i in items), 0, []
    for c, n_ in ordered:
        cum += n_
        rows_.append({"category": c, "count": n_, "percent": 100 * n_ / total, "cumCount": cum, "cumPercent": 100 * cum / total})
    out = {"total": total, "rows": rows_, "vitalFew": next(i + 1 for i, r in enumerate(rows_) if r["cumPercent"] >= cutoff - 1e-9)}
    if other is not None:
        small = [r for r in rows_ if r["cumPercent"] > other]
        kept = [r for r in rows_ if r["cumPercent"] <= other] if len(small) >= 2 else rows_
        out["grouped"] = [{"category": r["category"], "count": r["count"]} for r in kept] + ([{"category": "Other", "count": sum(r["count"] for r in small)}] if len(small) >= 2 else [])
    return out


items = [("排队", 4), ("态度", 40), ("无人", 0), ("收费", 4), ("系统", 22), ("误差", 4), ("其他", 26)]
named = [{"category": c, "count": n_} for c, n_ in items]
case("pareto", "ties-zero-other", {"items": named}, {"vitalFewCutoffPercent": 60, "otherAbovePercent": 90}, pareto(items, 60, 90))
case("pareto", "one-small", {"items": named[:3]}, {"vitalFewCutoffPercent": 95, "otherAbovePercent": 99.5}, pareto(items[:3], 95, 99.5))
obs = ["b", None, "a", "b", "c", "a", "b", None, "d", "c", "c"]
seen = {}
for o in obs:
    if o is not None:
        seen[o] = seen.get(o, 0) + 1
case("pareto", "observations-missing", {"observations": obs}, {"vitalFewCutoffPercent": 80}, pareto(list(seen.items()), 80))


# --- rules: counted point by point ---------------------------------------------------------------------------------
def run_rules(values, center, sigma, lengths):
    m_ = len(values)
    c_ = center if isinstance(center, list) else [center] * m_
    s_ = sigma if isinstance(sigma, list) else [sigma] * m_
    z = [None if v_ is None or cc is None or ss is None or ss <= 0 else (v_ - cc) / ss for v_, cc, ss in zip(values, c_, s_)]
    x = [v_ if q_ is not None else None for v_, q_ in zip(values, z)]

    def runs(length, ok):
        hit = [i for i in range(length - 1, m_) if all(z[j] is not None for j in range(i - length + 1, i + 1)) and ok(range(i - length + 1, i + 1))]
        return {"signal": hit, "members": sorted({j for i in hit for j in range(i - length + 1, i + 1)})}

    def some(width, far):
        hit, mem = [], set()
        for i in range(m_):
            window = []
            for j in range(i, max(-1, i - width), -1):
                if z[j] is None:
                    break
                window.append(j)
            for sign in (1, -1):
                out = [j for j in window if sign * z[j] > far]
                if i in out and len(out) >= width - 1:
                    hit.append(i)
                    mem |= set(out)
        return {"signal": hit, "members": sorted(mem)}

    one_side = lambda w_: all(z[j] > 0 for j in w_) or all(z[j] < 0 for j in w_)
    step = lambda j: (x[j] > x[j - 1]) - (x[j] < x[j - 1])
    trend = lambda w_: all(step(j) == 1 for j in w_[1:]) or all(step(j) == -1 for j in w_[1:])
    alter = lambda w_: all(step(j) != 0 for j in w_[1:]) and all(step(j) == -step(j - 1) for j in w_[2:])
    outside = lambda w_: all(abs(z[j]) > 1 for j in w_)
    L = {"nelson2": 9, "nelson3": 6, "nelson4": 14, "nelson7": 15, "nelson8": 8, "we4": 8, **lengths}
    beyond = runs(1, lambda w_: abs(z[w_[0]]) > 3)
    rules = {"nelson1": beyond, "we1": beyond, "nelson2": runs(L["nelson2"], one_side), "we4": runs(L["we4"], one_side), "nelson3": runs(L["nelson3"], trend),
             "nelson4": runs(L["nelson4"], alter), "nelson5": some(3, 2), "we2": some(3, 2), "nelson6": some(5, 1), "we3": some(5, 1),
             "nelson7": runs(L["nelson7"], lambda w_: all(abs(z[j]) <= 1 for j in w_)),
             "nelson8": runs(L["nelson8"], lambda w_: outside(w_) and any(z[j] > 1 for j in w_) and any(z[j] < -1 for j in w_))}
    alt = {"nelson3Minitab": runs(L["nelson3"] + 1, trend), "nelson4Minitab": runs(L["nelson4"] + 1, alter), "nelson8EitherSide": runs(L["nelson8"], outside)}
    return {"rules": rules, "alternates": alt}


wave = [round(float(w_), 1) for w_ in 10 + 3 * np.sin(np.arange(70) / 5) + rng.normal(0, 1.1, 70)]
wave[30:46] = [10 + (0.4 if i % 2 else -0.3) for i in range(16)]
wave[50:56] = [7, 7.6, 8.1, 9.2, 9.9, 11.4]
wave[12] = None
wave[0:2] = [14.4, 14.6]
wave[68:70] = [5.5, 5.2]
short = {"nelson2": 5, "nelson3": 4, "nelson4": 6, "nelson7": 6, "nelson8": 4, "we4": 6}
case("run_rules", "short-lengths", {"values": wave, "center": 10, "sigma": 2}, {"lengths": short}, run_rules(wave, 10, 2, short))
cs = [10 + 0.01 * i for i in range(70)]
ss = [None if i == 25 else 0 if i == 40 else 1.5 + 0.01 * i for i in range(70)]
case("run_rules", "arrays", {"values": wave, "center": cs, "sigma": ss}, {"lengths": {}}, run_rules(wave, cs, ss, {}))
print(len(list(HERE.glob("*.json"))), "cases")
