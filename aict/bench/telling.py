"""Lines of the table that have no page around."""


def told(words: str, rate: float, unit: str, middle: float) -> str:
    return f"  {words:<34}{rate:>9.0f} {unit:<9}{middle:>9.1f} ms"
