"""Why barrels stayed in the ground: model.md section 9, decision 6."""

from flows import may_sell, scale
from passage import Charges


class Causes:
    """Shares of a field's way that are open, and whether a pipe or the market bound it."""

    def __init__(self, path):
        self.path = path
        self.bound = set()

    def note(self, fields, pipes, demand):
        """A route in play: a pipe binds where its room is at most that of the market."""
        for f, left in fields:
            if left > 0 and pipes <= demand:
                self.bound.add(f)

    def openings(self, f):
        """Best open share over the field's routes: without blockades, without closures, with its seller admitted."""
        path, best = self.path, [0.0, 0.0, 0.0]
        seller, closures = path.seller(f), path.closures
        for route in path.world.routes:
            if f not in route["fields"]:
                continue
            unblocked = min((closures.unblocked[n] for n in route["via"]), default=1.0)
            shares = [closures.open[n] * min(1.0, scale(path, n)) for n in route["via"]]
            shares += [min(1.0, scale(path, route["identity"])), min(1.0, scale(path, route["to"]))]
            passes = Charges(path, seller, route["via"]).passes and may_sell(path, seller, route["to"])
            # The loss is the owner's: a way on which only others sell is none of his that could stand open.
            his = may_sell(path, path.world.fields[f]["owner"], route["to"])
            now = [unblocked if his else 0.0, min(shares) if his else 0.0, min(shares) if passes else 0.0]
            best = [max(a, b) for a, b in zip(best, now)]
        return [best[0] * closures.unblocked[f], best[1] * closures.open[f], best[2] * closures.open[f]]

    def split(self, f, produced):
        """Barrels a day that stay in the ground, by cause; each cause takes what those before it left."""
        path = self.path
        q, available = path.sustainable[f], path.available[f]
        rest = min(q, max(0.0, q - produced))
        unblocked, opened, admitted = self.openings(f)
        result, reach = {}, 1.0
        for cause, after in (("blockade", unblocked), ("closure", opened), ("passage", admitted)):
            result[cause] = min(rest, q * max(0.0, reach - after))
            rest -= result[cause]
            reach = min(reach, after)
        result["restart"] = min(rest, max(0.0, q * min(reach, path.reach[f]) - available))
        rest -= result["restart"]
        result["capacity"] = rest if f in self.bound else 0.0
        result["market"] = rest - result["capacity"]
        return result
