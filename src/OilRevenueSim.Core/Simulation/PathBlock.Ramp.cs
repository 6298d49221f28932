namespace OilRevenueSim.Core.Simulation;

/// <summary>Reach, restart and decline of fields.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[field][lane] reach a of this step.</summary>
    public double[] Reach { get; private set; } = [];

    /// <summary>[field][lane] reach of the previous step.</summary>
    public double[] PreviousReach { get; private set; } = [];

    /// <summary>[field][lane] r.</summary>
    public double[] Ramp { get; private set; } = [];

    /// <summary>[field][lane] L, years.</summary>
    public double[] OutageYears { get; private set; } = [];

    /// <summary>[field][lane] τ_r, years.</summary>
    public double[] RestartYears { get; private set; } = [];

    /// <summary>[field][lane] e^(−dt/τ_r).</summary>
    public double[] RampDecay { get; private set; } = [];

    /// <summary>[field][lane] q = q*·r̄, what may be sent in this step, b/d.</summary>
    public double[] Available { get; private set; } = [];

    /// <summary>[field][lane] g.</summary>
    public double[] Remaining { get; private set; } = [];

    /// <summary>[field][lane] g° of a field that nothing but nature wears down.</summary>
    public double[] OwnRemaining { get; private set; } = [];

    /// <summary>[route][lane] what the route alone could carry, b/d.</summary>
    public double[] RouteLimits { get; private set; } = [];

    private void AllocateRamp()
    {
        var fields = Plan.Fields.Length;
        Reach = Allocate(fields);
        Available = Allocate(fields);
        PreviousReach = Allocate(fields);
        Ramp = Allocate(fields);
        OutageYears = Allocate(fields);
        RestartYears = Allocate(fields);
        RampDecay = Allocate(fields);
        Remaining = Allocate(fields);
        OwnRemaining = Allocate(fields);
        RouteLimits = Allocate(Plan.Routes.Length);
    }
}
