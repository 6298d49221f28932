// A small wrong world for the namespace test to catch: Low may not see High, and Sideways may not see Level.
// There is no using line: the reference goes through the common parent namespace.
namespace OilRevenueSim.Repo.Tests.LayeringExample.Low
{
    internal sealed class HidesItInABody
    {
        public static int Measure() => new High.Summit().Height;
    }

    internal sealed class HidesItInALambda
    {
        public static Func<int> Measure => () => High.Summit.Highest<int>().Count;
    }

    internal sealed class ObeysTheOrder
    {
        public static int Measure() => 1;
    }
}

namespace OilRevenueSim.Repo.Tests.LayeringExample.Level
{
    internal sealed class Plain { }
}

namespace OilRevenueSim.Repo.Tests.LayeringExample.Sideways
{
    internal sealed class HidesItInAGenericField
    {
        public List<Level.Plain[]> Plains { get; } = [];
    }
}

namespace OilRevenueSim.Repo.Tests.LayeringExample.High
{
    internal sealed class Summit
    {
        public int Height { get; } = Low.ObeysTheOrder.Measure();

        public static List<T> Highest<T>() => [];
    }
}
