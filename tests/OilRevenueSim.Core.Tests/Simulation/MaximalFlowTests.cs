using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>What routes carry in order of priority is never more than the maximal flow of their network (model.md §11).</summary>
public sealed class MaximalFlowTests
{
    [Fact]
    public void No_step_delivers_more_than_the_maximal_flow()
    {
        var (busy, bound) = (0, 0);
        RandomWorlds.Any.SampleFixed(
            scenario =>
                Ran.Watch(
                    scenario,
                    (plan, block, step) =>
                    {
                        for (var lane = 0; lane < 4; lane++)
                        {
                            var produced = Enumerable
                                .Range(0, plan.Fields.Length)
                                .Sum(f => block.Available[(f * 256) + lane] - block.Left[(f * 256) + lane]);
                            var most = new Network(plan, block, lane).MaximalFlow();
                            Assert.True(
                                produced <= most + (1e-9 * Math.Max(1, most)),
                                $"calculated {produced:R} b/d, expected at most {most:R}, tolerance 1e-9 relative, step {step}, lane {lane}, seed 1"
                            );
                            busy += produced > 0 ? 1 : 0;
                            bound += produced > 0 && produced < most * (1 - 1e-9) ? 1 : 0;
                        }
                    }
                ),
            iter: 60,
            seed: "max-flow"
        );
        Assert.True(busy > 100 && bound > 0, $"{busy} lanes carried oil, {bound} of them less than the maximal flow");
    }

    /// <summary>Fields, entries of routes, nodes and markets between a source and a sink; flow by shortest augmenting paths.</summary>
    private sealed class Network
    {
        private readonly double[,] room;
        private readonly int sink;

        public Network(SimulationPlan plan, PathBlock block, int lane)
        {
            double Slot(int slot) => slot < 0 ? double.PositiveInfinity : block.Parameter(slot, lane);
            var entries = 1 + plan.Fields.Length;
            var nodes = entries + plan.Routes.Length;
            var markets = nodes + (2 * plan.Nodes.Length);
            sink = markets + plan.Markets.Length;
            room = new double[sink + 1, sink + 1];
            for (var f = 0; f < plan.Fields.Length; f++)
            {
                room[0, 1 + f] = block.Available[(f * 256) + lane];
            }

            for (var n = 0; n < plan.Nodes.Length; n++)
            {
                room[nodes + (2 * n), nodes + (2 * n) + 1] = Slot(plan.Nodes[n].Capacity);
            }

            for (var m = 0; m < plan.Markets.Length; m++)
            {
                room[markets + m, sink] = Slot(plan.Markets[m].Demand);
            }

            for (var r = 0; r < plan.Routes.Length; r++)
            {
                var route = plan.Routes[r];
                var at = entries + r;
                foreach (var cell in route.Cells)
                {
                    room[1 + cell.Field, at] = double.PositiveInfinity;
                }

                var limit = Slot(route.Capacity);
                foreach (var n in route.Nodes)
                {
                    room[at, nodes + (2 * n)] = limit;
                    at = nodes + (2 * n) + 1;
                    limit = double.PositiveInfinity;
                }

                room[at, markets + route.Market] = Math.Max(room[at, markets + route.Market], limit);
            }
        }

        public double MaximalFlow()
        {
            var total = 0.0;
            while (Path() is { } from)
            {
                var flow = double.PositiveInfinity;
                for (var v = sink; v != 0; v = from[v])
                {
                    flow = Math.Min(flow, room[from[v], v]);
                }

                for (var v = sink; v != 0; v = from[v])
                {
                    room[from[v], v] -= flow;
                    room[v, from[v]] += flow;
                }

                total += flow;
            }

            return total;
        }

        private int[]? Path()
        {
            var from = Enumerable.Repeat(-1, sink + 1).ToArray();
            from[0] = 0;
            var waiting = new Queue<int>([0]);
            while (waiting.TryDequeue(out var u))
            {
                for (var v = 0; v <= sink; v++)
                {
                    if (from[v] < 0 && room[u, v] > 1e-9)
                    {
                        from[v] = u;
                        waiting.Enqueue(v);
                    }
                }
            }

            return from[sink] < 0 ? null : from;
        }
    }
}
