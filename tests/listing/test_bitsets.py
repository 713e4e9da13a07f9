from hypothesis import given
from hypothesis import strategies as st

from aict.listing import bitsets

positions = st.sets(st.integers(0, 5_000), max_size=80)


@given(positions)
def test_highest_first_gives_back_the_positions(members):
    bits = bitsets.of_positions(members, 5_001)
    assert list(bitsets.highest_first(bits)) == sorted(members, reverse=True)


@given(positions, st.integers(0, 90))
def test_highest_first_skips(members, skip):
    bits = bitsets.of_positions(members, 5_001)
    assert list(bitsets.highest_first(bits, skip)) == sorted(members, reverse=True)[skip:]


@given(positions, st.lists(positions, max_size=4))
def test_by_hits_cuts_from_the_most_found_to_the_least(inside, sets):
    cuts = bitsets.by_hits(
        bitsets.of_positions(inside, 5_001), [bitsets.of_positions(s, 5_001) for s in sets]
    )
    found = [set(bitsets.highest_first(cut)) for cut in cuts]
    hits = [{sum(p in s for s in sets) for p in cut} for cut in found]
    assert set().union(*found) == inside
    assert all(len(h) == 1 for h in hits)
    assert [h.pop() for h in hits] == sorted(
        {sum(p in s for s in sets) for p in inside}, reverse=True
    )
