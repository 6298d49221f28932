namespace OilRevenueSim.Analysis.Fitting;

/// <summary>What a fitted model says of later log prices, from each observation of a sample.</summary>
internal interface IPriceForecaster
{
    /// <summary>Law of the log price observed <paramref name="horizonSteps"/> ≥ 1 after observation <paramref name="origin"/>, given all up to it.</summary>
    NormalMixture Predict(int origin, int horizonSteps);
}
