import re
from collections import Counter
from itertools import islice

from aict.ui.typography import french
from practices import volume


def test_the_same_seed_gives_the_same_text():
    assert volume.sentences(7, 600) == volume.sentences(7, 600)
    assert volume.sentences(7, 600) != volume.sentences(8, 600)
    assert volume.title(7) == volume.title(7)
    assert volume.queries() == volume.queries()


def test_texts_have_the_length_asked():
    for seed in range(40):
        text = volume.sentences(seed, 3_100)
        assert 2_700 < len(text) <= 3_100
        assert text.endswith(".")


def test_words_have_the_frequencies_of_a_language():
    text = " ".join(volume.sentences(seed, 3_100) for seed in range(300)).lower()
    counts = Counter(re.findall(r"\w+", text))
    ranked = [count for _, count in counts.most_common()]
    assert len(counts) > 1_800
    assert ranked[0] > 20 * ranked[100] > 100 * ranked[1_500]


def test_a_text_keeps_to_its_subject():
    first, second = (set(volume.sentences(seed, 3_100).split()) for seed in (1, 2))
    assert len(first & second) < 0.5 * min(len(first), len(second))


def test_typography_and_elisions_are_french():
    for seed in range(60):
        text = volume.sentences(seed, 2_000)
        assert french(text) == text
        assert not re.search(r"\b(?:le|la|de|du) (?:[aeiouéêè]|les?\b)", text, re.IGNORECASE)
        assert not re.search(r" (?:à le|que [aeiou])", text)


def test_titles_fit():
    assert max(len(volume.title(seed)) for seed in range(2_000)) <= 100


def test_a_third_of_the_queries_is_misspelt():
    found = volume.queries()
    known = {
        form
        for words, _ in islice(volume.vocabulary().values(), 99)
        for w in words
        for form in w.split("/")
    }
    wrong = [query for query in found if set(query.split()) - known]
    assert len(found) == 200
    assert len(set(found)) > 190
    assert 60 <= len(wrong) <= 72
