"""axe in the pages of the journeys: a page that breaks a rule fails the test.

The library's own `run` sends every rule that passed back, and axe reads each colour of each ancestor of each
text anew: half of a journey's time. Here only what is broken comes back, and a colour is read once."""

import pytest
from axe_playwright_python.sync_playwright import Axe

COLOURS = """(() => {
  const { Color } = axe.commons.color;
  const read = Color.prototype.parseString;
  const known = new Map();
  Color.prototype.parseString = function (text) {
    if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
    else {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
})();"""
SOURCE = f"{Axe().axe_script}\n{COLOURS}"
BROKEN = """axe.run({ resultTypes: ["violations"] }).then((found) => found.violations.map((rule) => ({
  told: `${rule.id} (${rule.impact}): ${rule.help}`,
  nodes: rule.nodes.map((node) => `${node.target} ${node.html.slice(0, 200)}`),
})))"""


@pytest.fixture
def axe():
    """Call it with a page: fails with every rule that the page breaks."""

    def check(page):
        # A page that is still coming breaks rules that it will keep.
        page.wait_for_load_state()
        if not page.evaluate("'axe' in window"):
            page.evaluate(SOURCE)
        found = page.evaluate(BROKEN)
        assert not found, "\n".join(
            line for rule in found for line in (rule["told"], *(f"    {n}" for n in rule["nodes"]))
        )

    return check
