import type { Shape } from '../../shape';
import type { regression as zh } from '../../zh-CN/analyses/regression';

export const regression = {
  name: 'Correlation and regression',
  purpose:
    'How one number changes with others: scatter plot, regression equation, correlation, and diagnostics of what is left.',
  field: {
    response: 'Number to explain (response)',
    predictors: 'What may explain it (predictors)',
    picture: 'Picture',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    response: 'For instance handling time, waiting time, satisfaction score.',
    predictors: 'One column draws a line through the points, several fit a model. Yes counts as 1, no as 0.',
    picture: 'Look at the fit first, then check with the residuals whether the model holds.',
    dateColumn: 'For a period, and to check in order of time whether residuals depend on one another.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: { picture: { fit: 'Fit', residuals: 'Residuals' } },
  word: {
    intercept: 'Intercept',
    fit: 'Regression line',
    perfect: 'Line of perfect fit',
    confidence: '95% confidence band of the mean',
    prediction: '95% prediction band of one record',
    records: 'Records',
  },
  strength: {
    none: 'practically no linear correlation',
    weak: 'a weak correlation',
    medium: 'a moderate correlation',
    strong: 'a strong correlation',
    veryStrong: 'a very strong correlation',
  },
  direction: { rise: 'higher', fall: 'lower' },
  step: { one: 'unit', second: 'second', minute: 'minute', hour: 'hour', day: 'day' },
  in: { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days' },
  sign: { plus: '+', minus: '−' },
  axis: { fitted: 'Fitted value of {response}', standardized: 'Standardised residual' },
  tooltip: {
    line: 'Record {row}\n{predictor}: {x}\n{response}: {observed}\nFitted {fitted}, residual {residual}\nStandardised residual {standardized}',
    model:
      'Record {row}\n{response}: {observed}\nFitted {fitted}, residual {residual}\nStandardised residual {standardized}',
  },
  summary: {
    line: 'Scatter plot of “{response}” against “{predictor}” with regression line, {n} records, R² {r2}.',
    model: 'Observed “{response}” against values fitted from {predictors} predictors, {n} records, R² {r2}.',
    residuals: 'Standardised residuals of {n} records, {unusual} unusual.',
  },
  table: {
    caption: 'Regression coefficients of “{response}” ({n} complete records)',
    name: 'Term',
    estimate: 'Coefficient',
    low: '95% lower',
    high: '95% upper',
    se: 'Standard error',
    t: 't',
    p: 'p',
    vif: 'Variance inflation',
  },
  headline: {
    rSquared: 'R²',
    adjusted: 'adjusted {value}',
    p: 'p of the model',
    n: '{n} complete {n|record|records}',
    slope: 'Slope',
    interval: '95% CI {low} to {high}',
    clear: 'Predictors with a clear effect',
    of: 'of {n} {n|predictor|predictors}',
    unusual: 'Unusual records',
    residualSd: 'residual standard deviation {value}',
  },
  finding: {
    clear:
      'The model explains {r2} of the variation of “{response}”, more than chance would (p {p}); predicting a single record, its error has a standard deviation of about {sd}.',
    unclear:
      'No evidence of a linear relation with “{response}” (R² {r2}, p {p}, residual standard deviation {sd}); that does not prove there is none.',
    correlation:
      'The two columns show {strength}: Pearson r = {r} (95% CI {low} to {high}); by ranks, Spearman ρ = {rho} (p {p}), which single extreme values cannot sway.',
    slope:
      'With each further {predictorUnit} of “{predictor}”, “{response}” is on average {size} {direction} (95% CI of the slope {low} to {high}, p {p}).',
    slopeUnit:
      'With each further {predictorUnit} of “{predictor}”, “{response}” is on average {size} {unit} {direction} (95% CI of the slope {low} to {high}, p {p}).',
    slopeHeld:
      'With the others unchanged, each further {predictorUnit} of “{predictor}” leaves “{response}” on average {size} {direction} (95% CI of the coefficient {low} to {high}, p {p}).',
    slopeHeldUnit:
      'With the others unchanged, each further {predictorUnit} of “{predictor}” leaves “{response}” on average {size} {unit} {direction} (95% CI of the coefficient {low} to {high}, p {p}).',
    notShown: '{n} {n|predictor shows|predictors show} no clear effect once the others are counted: {names}.',
    unusual:
      '{n} {n|record lies|records lie} far from the fit (residual beyond ±3). Open {n|it|them} first: a typing error, a special case, or a factor that is missing.',
    range: 'The line rests on values of “{predictor}” from {low} to {high}; do not extend it beyond.',
    rangeAll: 'The model rests on the values the predictors have taken; do not extend it beyond.',
    cause:
      'Correlation is not cause: both may follow a third factor, such as volume or season. To show cause, run a pilot or compare before and after.',
  },
  check: {
    amount: {
      good: 'Enough data: {n} complete records for {predictors} {predictors|predictor|predictors}.',
      caution:
        'Rather few data: {n} complete records for {predictors} {predictors|predictor|predictors}; 15 or more for each are better.',
      bad: 'Too few data: {n} complete {n|record|records} for {predictors} {predictors|predictor|predictors}; the coefficients are no more than an impression.',
    },
    incomplete:
      '{n} {n|record lacks|records lack} the response or a predictor ({share}) and {n|is|are} left out; make sure that this does not depend on the values.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    thinned: 'All {n} records are computed; {shown} evenly chosen ones are drawn, every unusual one among them.',
    straight: 'No bend found: a square term does not clearly improve the fit (p {p}).',
    curved:
      'The relation may be bent: a square term clearly improves the fit (p {p}). Look at the residuals; consider logarithms or sections.',
    even: 'The size of the residuals does not depend on the fitted value (ρ = {rho}, p {p}).',
    uneven:
      'The size of the residuals changes with the fitted value (ρ = {rho}, p {p}): intervals are too narrow at one end and too wide at the other. Consider logarithms.',
    normal: 'The residuals agree with a normal distribution (A² = {a}, p {p}).',
    notNormal:
      'The residuals are not normal (A² = {a}, p {p}): coefficients hold roughly, the prediction band does not.',
    notNormalLarge:
      'The residuals are not quite normal (A² = {a}, p {p}); with so many records the intervals of coefficients hold, the prediction band of one record does not.',
    independentTime:
      'In order of time, neighbouring residuals do not depend on one another (Durbin-Watson {dw}, about 2 is right).',
    independentRows:
      'In order of the records, neighbouring residuals do not depend on one another (Durbin-Watson {dw}, about 2 is right).',
    dependentTime:
      'In order of time, neighbouring residuals depend on one another (Durbin-Watson {dw}, should be near 2): p is too small and the level may be changing. Look at a control chart first.',
    dependentRows:
      'In order of the records, neighbouring residuals depend on one another (Durbin-Watson {dw}, should be near 2): if they are in order of time, p is too small.',
    noInfluence: 'No single record decides the result (no Cook’s distance above 1).',
    influence:
      '{n} {n|record alone changes|records alone change} the result (Cook’s distance above 1): {rows}. Check {n|it|them}, and compare the results with and without.',
    separate: 'The predictors do not overlap badly (largest variance inflation {vif}).',
    overlap:
      'The predictors overlap ({names}; largest variance inflation {vif}): their effects cannot be told apart. Leave some out.',
  },
  how: {
    line: 'Least squares: {response} = {intercept} {sign} {size} × {predictor}.',
    model:
      'Least squares: {response} = intercept {intercept} plus {predictors} predictors, each times its coefficient in the table.',
    rSquared: 'R² = regression sum of squares ÷ total = {regression} ÷ {total} = {r2}.',
    sd: 'Residual standard deviation = √(residual sum of squares ÷ degrees of freedom) = √({residual} ÷ {df}) = {sd}.',
    f: 'Test of the model: F({df1}, {df2}) = {f}, p {p}.',
    interval: '95% interval of a coefficient = coefficient ± t(0.975, {df}) × standard error.',
    bands:
      'The dark band is the 95% confidence band of the mean, the light one the 95% prediction band of a new record.',
    correlation:
      'The interval of Pearson’s r is by Fisher’s z; Spearman’s ρ is Pearson’s r of the ranks, ties taking their mean rank.',
    vif: 'Variance inflation = 1 ÷ (1 − R² of that predictor explained by the others); above 5 they overlap.',
    predicted:
      'Predicted R² (each record predicted from the others) = {value}; far below R² it means that the model is overfitted.',
    durbinWatson: 'Durbin-Watson = Σ(difference of neighbouring residuals)² ÷ Σ residual² = {dw}.',
    unusual: 'Unusual: residual beyond ±3 with its spread estimated from the other records (deleted residual).',
  },
} satisfies Shape<typeof zh>;
