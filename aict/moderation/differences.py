"""What changed between two JSON texts, field by field; the page marks the words."""


def changes(
    old: dict[str, tuple[str, str]], new: dict[str, tuple[str, str]]
) -> list[dict[str, str]]:
    """{label, old, new} for each field that differs between two texts in words
    ({field: (label, text)}, as `wording.in_words` gives them), in the order of the form."""
    found = []
    for field in {**new, **old}:
        label, after = new.get(field, ("", ""))
        former_label, before = old.get(field, ("", ""))
        if before != after:
            found.append({"label": label or former_label, "old": before, "new": after})
    return found
