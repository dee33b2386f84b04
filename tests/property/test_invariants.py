"""What holds of every answer, whatever the texts say."""

from dataclasses import replace

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answers import Policy, dossier, to_json
from kg.graph import chain_network
from kg.model import OriginStatus, Span

FEW = settings(max_examples=80, deadline=None)


def figures(story, **how):
    found = story.ask(**how)
    return found.origins.interval, found.transmission


def test_the_bounds_are_in_order_and_zero_only_without_support(drawn):
    @FEW
    @given(drawn.stories(drawn))
    def holds(story):
        for fold in ("none", "organisation", "side"):
            found = story.ask(fold=fold)
            lower, upper = found.origins.interval.lower, found.origins.interval.upper
            supported = any(c.status is not OriginStatus.CIRCULAR for c in found.chains)

            assert lower <= upper
            assert (lower > 0) == supported
            assert (found.transmission.separate > 0) == supported
            assert found.transmission.separate <= 1 or not found.transmission.bottlenecks

    holds()


def test_a_whole_copy_that_nobody_cites_changes_no_figure(drawn):
    @FEW
    @given(drawn.stories(drawn), st.data())
    def holds(story, data):
        original = story.pages[data.draw(st.sampled_from(sorted(story.pages)))]
        original.facts["published"] = "2024-10-04"
        before = figures(story)

        copy = story.page("copy", "Reprinter", "2024-10-05")
        moved = {}
        for attribution in original.attributions:
            source = attribution.source
            if attribution.is_own_voice:
                source = replace(source, name="Reprinter", id="urn:agent/Reprinter")
            elif source.name is None:
                source = replace(source, id=source.id.replace(original.id, copy.id))
            outer = moved.get(attribution.nested_in)
            made = replace(
                attribution,
                id=attribution.id.replace(original.id, copy.id),
                source=source,
                nested_in=outer.id if outer else None,
            )
            moved[attribution.id] = made
            copy.attributions.append(made)
        copy.text = original.text
        copy.conveyances = [
            replace(c, attribution=moved[c.attribution].id) for c in original.conveyances
        ]
        story.links += [
            replace(link, citing=moved[link.citing].id)
            for link in story.links
            if link.citing in moved
        ]
        rows = [(a, moved[a.id]) for a in original.attributions]
        story.copy("reprint", original, copy, rows=rows, original=original)

        assert figures(story) == before

    holds()


def test_a_new_named_origin_raises_the_upper_bound_by_one(drawn):
    @FEW
    @given(drawn.stories(drawn))
    def holds(story):
        before = story.ask().origins
        story.page("new", "Newcomer").tells("P", "Witness")
        after = story.ask().origins
        certain = any(not o.doubtful for o in before.resolved)

        assert after.interval.upper == before.interval.upper + 1
        if before.interval.lower > 1:
            assert after.interval.lower == before.interval.lower + 1
        elif not certain:
            assert after.interval.lower == 1

    holds()


def test_to_resolve_a_dead_end_to_a_known_origin_never_raises_the_upper_bound(drawn):
    @FEW
    @given(drawn.stories(drawn, tangled=False))
    def holds(story):
        story.page("known").tells("P", "Institute")
        before = story.ask()
        ends = {c.origin for c in before.chains if c.status is OriginStatus.DEAD_END}
        for outlet in sorted(ends):
            name = story.agents[outlet].name
            own = story.page(f"own {name}", name, "2024-09-30")
            own.tells("P", "Institute")
            for chain in before.chains:
                if chain.origin == outlet and chain.last.source.id == outlet:
                    story.link(chain.last, own)

        assert story.ask().origins.interval.upper <= before.origins.interval.upper

    holds()


def test_the_order_of_the_texts_changes_nothing(drawn):
    @FEW
    @given(drawn.stories(drawn), st.randoms(use_true_random=False))
    def holds(story, random):
        shuffled = story.readings
        random.shuffle(shuffled)
        ties = story.ties

        assert to_json(dossier(shuffled, ["urn:claim/P"], (), None, ties)) == to_json(story.ask())

    holds()


def test_to_ignore_a_source_is_to_put_its_tokens_to_zero(drawn):
    @FEW
    @given(drawn.stories(drawn, tangled=False), st.sampled_from(["A", "Army", "North"]))
    def holds(story, name):
        ignored = story.agent(name)
        whole = story.ask(fold="none")
        told = {s.attribution.id: s for c in whole.chains for s in c.steps}
        publishers = whole.graph.publishers

        def stands(step):
            return step.attribution.source.id != ignored and publishers[step.document] != ignored

        left = [c.tokens for c in whole.chains if all(stands(told[t]) for t in c.tokens)]

        assert [c.tokens for c in story.ask(fold="none", ignore=[name]).chains] == left

    holds()


def test_to_ignore_a_side_is_to_ignore_everybody_on_it(drawn):
    @FEW
    @given(drawn.stories(drawn, tangled=False))
    def holds(story):
        by_side = story.ask(ignore=["North"], side=True)
        story.pages = dict(story.pages)
        mentions = {m for (_, p), m in story.mentions.items() if p == "'northern reports'"}
        on_it = {"urn:agent/North", "urn:agent/Ministry", "urn:agent/Spokesman", "urn:agent/D"}
        policy = Policy(ignore=frozenset(on_it | mentions))
        one_by_one = dossier(story.readings, ["urn:claim/P"], (), policy, story.ties)

        assert by_side.chains == one_by_one.chains
        assert by_side.origins == one_by_one.origins
        assert by_side.transmission == one_by_one.transmission

    holds()


def test_as_of_a_day_is_the_answer_to_the_texts_of_that_day(drawn):
    @FEW
    @given(drawn.stories(drawn), st.sampled_from(["2024-10-01", "2024-10-02", "2024-10"]))
    def holds(story, day):
        asked = story.ask(as_of=day)
        undated = [p for p in story.pages.values() if not p.facts["published"]]
        story.pages = {
            name: page
            for name, page in story.pages.items()
            if page.facts["published"] and page.facts["published"][: len(day)] <= day
        }
        again = story.ask()

        assert asked.undated == len(undated)
        assert asked.origins == again.origins
        assert asked.chains == again.chains
        assert asked.transmission == again.transmission

    holds()


def test_chains_are_the_paths_of_the_network_and_add_up(drawn):
    @FEW
    @given(drawn.stories(drawn, tangled=False))
    def holds(story):
        found = story.ask()
        network = chain_network(found.graph)
        sources = {n for n, kind in network.nodes(data="type") if kind == "source"}
        paths = {
            tuple(n for n in path if network.nodes[n]["type"] == "attribution")
            for document in found.graph.stretches
            for source in sources
            for path in nx.all_simple_paths(network, document, source)
        }

        assert {chain.tokens for chain in found.chains} == paths
        assert found.graph.total == len(found.chains)

    holds()


def test_evidence_is_quoted_from_the_place_it_names(drawn):
    @FEW
    @given(drawn.stories(drawn))
    def holds(story):
        texts = {page.id: page.text for page in story.pages.values()}
        shown = to_json(story.ask())

        for hop in (hop for chain in shown["chains"] for hop in chain["hops"]):
            for piece in hop["evidence"]:
                span = Span(piece["start"], piece["end"])
                assert span.of(texts[hop["document"]]) == piece["quote"]

    holds()
