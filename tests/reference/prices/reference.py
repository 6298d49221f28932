"""Reference values for the price fits, computed without any of the project's code.

Likelihoods are dense multivariate normal densities, mixtures and matrix powers, not filters; tests are statsmodels'.
Run with:  /usr/bin/python3 reference.py > reference.json
Made with Python 3.11.2, numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5 (Debian 12).
"""
import json
import warnings

import numpy as np
from scipy import integrate, linalg, stats
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.stats.stattools import jarque_bera
from statsmodels.tsa.stattools import acf, adfuller

warnings.simplefilter("ignore")
rng = np.random.default_rng(20260101)
DT = 1.0 / 52.0
N = 160


def rounded(values):
    return [round(float(v), 6) for v in values]


def series():
    """A log price that reverts, with some jumps, so that no likelihood is at an edge."""
    x = [np.log(60.0)]
    for _ in range(N - 1):
        step = 0.03 * (np.log(62.0) - x[-1]) + 0.045 * rng.standard_normal()
        if rng.random() < 0.05:
            step += -0.05 + 0.12 * rng.standard_normal()
        x.append(x[-1] + step)
    return np.array(rounded(x))


def mvn(values, mean, cov):
    return float(stats.multivariate_normal(mean, cov, allow_singular=False).logpdf(values))


def gbm(x, mu, sigma):
    return float(stats.norm.logpdf(np.diff(x), (mu - sigma**2 / 2) * DT, sigma * np.sqrt(DT)).sum())


def schwartz(x, level, kappa, sigma):
    b = np.exp(-kappa * DT)
    sd = sigma * np.sqrt((1 - b * b) / (2 * kappa))
    return float(stats.norm.logpdf(x[1:], level + b * (x[:-1] - level), sd).sum())


def averaging(n, points):
    """Averages of `points` sub-steps as a matrix over all sub-steps."""
    a = np.zeros((n, n * points))
    for t in range(n):
        a[t, t * points : (t + 1) * points] = 1.0 / points
    return a


def averaged_factor(n, points, kappa, sigma):
    """Loads on the level before the first sub-step, and the covariance, of n averages of an Ornstein-Uhlenbeck factor."""
    d = DT / points
    f = np.exp(-kappa * d)
    q = sigma**2 * (d if kappa == 0 else (1 - f * f) / (2 * kappa))
    size = n * points
    lower = np.array([[f ** (i - j) if j <= i else 0.0 for j in range(size)] for i in range(size)])
    a = averaging(n, points)
    return a @ (f ** np.arange(1, size + 1)), a @ (q * lower @ lower.T) @ a.T


def averaged(y, mean, points, kappa, sigma):
    """Density of all averages after the first given the first, the level before them being flat."""
    loads, cov = averaged_factor(len(y), points, kappa, sigma)
    contrast = np.hstack([-(loads[1:] / loads[0])[:, None], np.eye(len(y) - 1)])
    return mvn(contrast @ (y - mean), np.zeros(len(y) - 1), contrast @ cov @ contrast.T)


def two_factor(y, futures, maturities, p, points=1):
    """Schwartz & Smith: density after the first date given it; the long factor's start is flat."""
    mu, kappa, s1, s2, rho, mu_star, premium, spot_error, errors = p
    n = len(y)
    d = DT / points
    size = n * points
    f = np.exp(-kappa * d)
    q1 = s1 * s1 * (1 - f * f) / (2 * kappa)
    q2 = s2 * s2 * d
    q12 = rho * s1 * s2 * (1 - f) / kappa
    lower1 = np.array([[f ** (i - j) if j <= i else 0.0 for j in range(size)] for i in range(size)])
    lower2 = np.tril(np.ones((size, size)))
    start = (f ** np.arange(1, size + 1))[:, None]
    c11 = q1 * lower1 @ lower1.T + s1 * s1 / (2 * kappa) * start @ start.T
    c22 = q2 * lower2 @ lower2.T
    c12 = q12 * lower1 @ lower2.T
    cov = np.block([[c11, c12], [c12.T, c22]])
    trend = mu * d * np.arange(1, size + 1)
    last = np.zeros((n, size))
    for t in range(n):
        last[t, (t + 1) * points - 1] = 1.0
    a = averaging(n, points)
    rows = [np.hstack([a, a])]
    means = [a @ trend]
    noise = [np.full(n, spot_error**2)]
    values = [y]
    for series_, maturity, error in zip(futures, maturities, errors):
        e = np.exp(-kappa * maturity)
        constant = (
            mu_star * maturity
            - (1 - e) * premium / kappa
            + 0.5
            * (
                (1 - e * e) * s1 * s1 / (2 * kappa)
                + s2 * s2 * maturity
                + 2 * (1 - e) * rho * s1 * s2 / kappa
            )
        )
        rows.append(np.hstack([e * last, last]))
        means.append(last @ trend + constant)
        noise.append(np.full(n, error**2))
        values.append(series_)
    h = np.vstack(rows)
    total = h @ cov @ h.T + np.diag(np.concatenate(noise))
    deviation = np.concatenate(values) - np.concatenate(means)
    # Every observation less the first spot: the flat level drops out. First those of the first date, then all.
    order = [k * n for k in range(len(values))] + [k * n + t for t in range(1, n) for k in range(len(values))]
    contrast = np.eye(len(order))[1:]
    contrast[:, 0] = -1.0
    z = contrast @ deviation[order]
    cz = contrast @ total[np.ix_(order, order)] @ contrast.T
    first = len(values) - 1
    whole = mvn(z, np.zeros(len(z)), cz)
    return whole - (mvn(z[:first], np.zeros(first), cz[:first, :first]) if first else 0.0)


def jumps_gbm(x, mu, sigma, rate, m, s):
    k = np.arange(0, 60)
    w = stats.poisson.pmf(k, rate * DT)
    drift = (mu - sigma**2 / 2 - rate * (np.exp(m + s * s / 2) - 1)) * DT
    d = np.diff(x)[:, None]
    return float(np.log((w * stats.norm.pdf(d, drift + k * m, np.sqrt(sigma**2 * DT + k * s * s))).sum(axis=1)).sum())


def jumps_schwartz(x, level, kappa, sigma, rate, m, s):
    k = np.arange(0, 60)
    w = stats.poisson.pmf(k, rate * DT)
    b = np.exp(-kappa * DT)
    g1 = (1 - b) / (kappa * DT)
    g2 = (1 - b * b) / (2 * kappa * DT)
    var = sigma**2 * (1 - b * b) / (2 * kappa) + k * ((s * s + m * m) * g2 - (m * g1) ** 2)
    d = (x[1:] - level - b * (x[:-1] - level))[:, None]
    return float(np.log((w * stats.norm.pdf(d, k * m * g1, np.sqrt(var))).sum(axis=1)).sum())


def jumps_schwartz_exact(x, level, kappa, sigma, rate, m, s):
    """The same by inverting the characteristic function, each jump decaying from its own time."""
    b = np.exp(-kappa * DT)
    var = sigma**2 * (1 - b * b) / (2 * kappa)
    nodes, weights = np.polynomial.legendre.leggauss(40)
    decay = np.exp(-kappa * DT * (nodes + 1) / 2)
    u = np.linspace(0.0, 9.0 / np.sqrt(var), 6001)
    inner = np.exp(1j * u[:, None] * m * decay - 0.5 * (u[:, None] * s * decay) ** 2) - 1.0
    log_cf = -0.5 * var * u * u + rate * DT * (inner @ (weights / 2))
    total = 0.0
    for d in x[1:] - level - b * (x[:-1] - level):
        density = integrate.simpson((np.exp(log_cf) * np.exp(-1j * u * d)).real, x=u) / np.pi
        total += np.log(density)
    return float(total)


def regimes(x, p, parts):
    """Hamilton's filter; the law of the turbulent share by powers of a polynomial matrix over half parts."""
    leave, back, mu0, s0, mu1, s1 = p
    q = np.array([[-leave, leave], [back, -back]])
    part = linalg.expm(q * DT / parts)
    law = np.zeros((2, 2, 1))
    law[0, 0, 0] = law[1, 1, 0] = 1.0
    step = np.zeros((2, 2, 3))
    step[0, 0, 0] = part[0, 0]
    step[0, 1, 1] = part[0, 1]
    step[1, 0, 1] = part[1, 0]
    step[1, 1, 2] = part[1, 1]
    for _ in range(parts):
        new = np.zeros((2, 2, law.shape[2] + 2))
        for i in range(2):
            for j in range(2):
                for k in range(2):
                    new[i, k] += np.convolve(law[i, j], step[j, k])
        law = new
    share = np.linspace(0.0, 1.0, law.shape[2])
    var = (1 - share) * s0**2 + share * s1**2
    mean = ((1 - share) * mu0 + share * mu1 - var / 2) * DT
    prob = np.array([back, leave]) / (leave + back)
    total = 0.0
    for d in np.diff(x):
        f = stats.norm.pdf(d, mean, np.sqrt(var * DT))
        joint = np.einsum("i,ijk,k->j", prob, law, f)
        total += np.log(joint.sum())
        prob = joint / joint.sum()
    return float(total)


def block_length(v):
    """Politis & White (2004) with the correction of 2009."""
    n = len(v)
    k = max(5, int(np.ceil(np.sqrt(np.log10(n)))))
    most = int(np.ceil(np.sqrt(n))) + k
    r = acf(v, nlags=most, fft=False, adjusted=False)
    band = 2 * np.sqrt(np.log10(n) / n)
    m = None
    for start in range(0, most - k + 1):
        if all(abs(r[start + j]) < band for j in range(1, k + 1)):
            m = start
            break
    if m is None:
        m = max([j for j in range(1, most + 1) if abs(r[j]) >= band] or [1])
    big = min(2 * max(m, 1), most)
    lam = lambda t: 1.0 if abs(t) <= 0.5 else 2 * (1 - abs(t))
    gamma = [float(np.sum((v[j:] - v.mean()) * (v[: n - j] - v.mean())) / n) for j in range(big + 1)]
    g = sum(2 * lam(j / big) * j * gamma[j] for j in range(1, big + 1))
    zero = gamma[0] + sum(2 * lam(j / big) * gamma[j] for j in range(1, big + 1))
    b = (2 * g * g / (2 * zero * zero)) ** (1 / 3) * n ** (1 / 3)
    return float(min(max(b, 1.0), np.ceil(min(3 * np.sqrt(n), n / 3))))


x = series()
futures_short = x - 0.02 + 0.01 * rng.standard_normal(N)
futures_long = 0.5 * x + 0.5 * np.log(62.0) + 0.01 * rng.standard_normal(N)
futures = np.array([rounded(futures_short), rounded(futures_long)])
short = x[:24]
ols = OLS(x[1:], np.column_stack([np.ones(N - 1), x[:-1]])).fit()
adf = adfuller(x, regression="c", autolag="AIC")
adf3 = adfuller(x, maxlag=3, regression="c", autolag=None)
residuals = np.diff(x) / np.diff(x).std()
lb = acorr_ljungbox(residuals, lags=[12])
jb = jarque_bera(residuals)
hac = OLS(residuals, np.ones(N - 1)).fit(cov_type="HAC", cov_kwds={"maxlags": 6, "use_correction": False})
ss = [0.02, 1.5, 0.25, 0.18, 0.3, 0.01, 0.1, 0.01, [0.02, 0.015]]
ss_spot = [0.02, 1.5, 0.25, 0.18, 0.0, 0.0, 0.0, 0.0, []]
jg = [0.05, 0.3, 4.0, -0.05, 0.12]
js = [np.log(60.0), 1.4, 0.3, 4.0, -0.05, 0.12]
rp = [2.0, 6.0, 0.1, 0.25, -0.3, 0.8]
result = {
    "stepYears": DT,
    "logPrices": [float(v) for v in x],
    "futures": futures.tolist(),
    "gbm": gbm(x, 0.06, 0.38),
    "gbmAverage21": averaged(x[:40], (0.06 - 0.38**2 / 2) * DT * np.arange(40), 21, 0.0, 0.38),
    "schwartz": schwartz(x, np.log(65.0), 1.4, 0.38),
    "schwartzAverage5": averaged(x[:60], np.log(65.0), 5, 1.4, 0.38),
    "olsIntercept": float(ols.params[0]),
    "olsSlope": float(ols.params[1]),
    "olsResidualVariance": float(ols.ssr / (N - 1)),
    "schwartzSmithSpot": two_factor(x[:60], [], [], ss_spot),
    "schwartzSmithAverage5": two_factor(short, [], [], ss_spot, points=5),
    "schwartzSmithFutures": two_factor(x[:40], futures[:, :40], [0.25, 1.5], ss),
    "jumpsGbm": jumps_gbm(x, *jg),
    "jumpsSchwartz": jumps_schwartz(x, *js),
    "jumpsSchwartzExact": jumps_schwartz_exact(x, *js),
    "regimes3": regimes(x, rp, 3),
    "regimes100": regimes(x, rp, 100),
    "adf": {"statistic": adf[0], "p": adf[1], "lags": adf[2], "n": adf[3], "critical": [adf[4]["1%"], adf[4]["5%"], adf[4]["10%"]]},
    "adf3": {"statistic": adf3[0], "p": adf3[1], "lags": adf3[2], "n": adf3[3]},
    "residuals": [float(v) for v in residuals],
    "ljungBox": [float(lb["lb_stat"].iloc[0]), float(lb["lb_pvalue"].iloc[0])],
    "jarqueBera": [float(v) for v in jb],
    "hacError": float(hac.bse[0]),
    "blockLengthOfChanges": block_length(np.diff(x)),
    "blockLengthOfPrices": block_length(x),
}
print(json.dumps(result, indent=1))
