"""Who lets whom through: model.md section 8."""


class Policy:
    """What a holder does with a seller's oil at one node."""

    def __init__(self, kind, per_barrel=0.0, share=0.0, in_kind=0.0, named=False):
        self.blocks = kind == "Block"
        self.per_barrel, self.share, self.in_kind = per_barrel or 0.0, share or 0.0, in_kind or 0.0
        self.tolls = kind == "Toll"
        self.named = named  # the rule names its nodes: due at each of them


def policy(path, holder, seller, place):
    """Precedence: intervention, phase rule, passage, aligned; the phase is that of the theatre in which the place lies."""
    if holder in ("nobody", seller):
        return Policy("Pass")
    override = None
    for e in path.passing():
        if e["through"] == holder and e["of"] == seller:
            override = Policy(e["policy"], e["tollPerBarrel"], e["tollShare"])
    if override is not None:
        return override
    phase = path.phase[path.world.theatre_of(path.world.area_of(place))]
    best, rank = None, None
    for rule in path.world.passage:
        if rule["through"] != holder or (rule["of"] and seller not in rule["of"]):
            continue
        if rule["at"] and place not in rule["at"]:
            continue
        if rule["phase"] is not None and rule["phase"] != phase:
            continue
        mine = (rule["phase"] is not None, bool(rule["of"]), bool(rule["at"]))
        if rank is None or mine > rank:
            best, rank = rule, mine
    if best is not None:
        toll = (best["tollPerBarrel"], best["tollShare"], best["tollInKind"])
        return Policy(best["policy"], *toll, named=bool(best["at"]))
    return Policy("Pass" if (holder, seller) in path.world.aligned else "Block")


class Charges:
    """What a seller meets at the given nodes: whether he passes, and (position, holder, policy) of every toll due."""

    def __init__(self, path, seller, nodes):
        self.passes, self.tolls, self.fees = True, [], []
        charged = set()
        for position, node in enumerate(nodes):
            holder = path.holder[path.world.nodes[node]["area"]]
            rule = policy(path, holder, seller, node)
            self.passes = self.passes and not rule.blocks
            if rule.tolls and (rule.named or holder not in charged):
                self.tolls.append((position, holder, rule))
                if not rule.named:
                    charged.add(holder)
            fee = path.world.nodes[node]["fee"]
            if fee and holder not in ("nobody", seller):
                self.fees.append((position, holder, fee))

    def share(self):
        return sum(rule.share + rule.in_kind for _, _, rule in self.tolls)

    def per_barrel(self, reach):
        """Tolls and fees per barrel that enters, where reach[p] of it comes to position p."""
        tolls = sum(reach[p] * rule.per_barrel for p, _, rule in self.tolls)
        return tolls + sum(reach[p] * fee for p, _, fee in self.fees)
