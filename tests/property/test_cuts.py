"""Cuts and dominators against trying everything, on a thousand random networks."""

from random import Random

import networkx as nx
from hypothesis import given, settings

from kg.answers.transmission import on_every_way, separate_ways

NETWORKS = 1_000


def random_network(random):
    """A network from 0 to 1 of at most seven nodes between, in which 1 can be reached."""
    while True:
        size = random.randint(3, 9)
        density = random.uniform(0.15, 0.5)
        network = nx.gnp_random_graph(size, density, seed=random.randrange(2**32), directed=True)
        network.remove_edges_from([(0, 1)])
        if nx.has_path(network, 0, 1):
            return network.subgraph(nx.descendants(network, 0) | {0}).copy()


def test_cuts_and_dominators_equal_brute_force(slowly):
    random = Random(20241003)
    sizes = set()
    for _ in range(NETWORKS):
        network = random_network(random)
        separate = separate_ways(network, 0, 1)
        sizes.add(separate)

        assert separate == slowly.separate_ways(network, 0, 1)
        assert set(on_every_way(network, 0, 1)) == slowly.on_every_way(network, 0, 1)

    assert sizes >= {1, 2, 3}, "the networks were too plain to tell anything"


def test_transmission_equals_brute_force_over_the_listed_chains(drawn, slowly):
    @settings(max_examples=80, deadline=None)
    @given(drawn.stories(drawn, tangled=False))
    def holds(story):
        found = story.ask(fold="none")
        if any(found.graph.is_doubtful(chain) for chain in found.chains) or not found.chains:
            return
        network = nx.DiGraph()
        publishers = {found.graph.publishers[chain.document] for chain in found.chains}
        for chain in found.chains:
            path = [found.graph.publishers[chain.document]]
            path += [hop.attribution.source.id for hop in chain.hops]
            path += [chain.origin]
            steps = [s for n, s in enumerate(path) if n == 0 or s != path[n - 1]]
            nx.add_path(network, ["reader", *steps, "world"])

        separate = slowly.separate_ways(network, "reader", "world")
        dominating = slowly.on_every_way(network, "reader", "world")
        if len(publishers) == 1:
            dominating -= publishers - {c.origin for c in found.chains if c.voice}

        assert found.transmission.separate == separate
        assert set(found.transmission.bottlenecks) == dominating

    holds()
