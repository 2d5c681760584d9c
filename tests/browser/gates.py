"""What is wrong with an open page, as lists that are empty where nothing is."""

from pathlib import Path

from playwright.sync_api import Page

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"

_RUN_AXE = """
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.any.map((check) => check.message).join(" ")})`));
}
"""

_FIND_OVERFLOW = """
() => {
  const found = [];
  for (const element of [document.documentElement, document.body]) {
    if (!["visible", "auto"].includes(getComputedStyle(element).overflowX))
      found.push(`${element.localName}: overflow is hidden`);
    if (element.scrollWidth > innerWidth)
      found.push(`${element.localName}: ${element.scrollWidth} px wide`);
  }
  return found;
}
"""

_FIND_SMALL_TARGETS = """
() => [...document.querySelectorAll("button, summary, input, select, header a, footer a, nav a")]
  .filter((element) => element.checkVisibility())
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < 24)
  .map(([element, box]) => `${element.outerHTML.slice(0, 120)}: ${Math.round(box.width)} x ${Math.round(box.height)}`)
"""


def axe_violations(page: Page) -> list[str]:
    """`rule: element` for each violation of WCAG 2.2 A and AA and of axe's best practices."""
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN_AXE)
    return found


def sideways_overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways, or hides that it would."""
    found: list[str] = page.evaluate(_FIND_OVERFLOW)
    return found


def small_targets(page: Page) -> list[str]:
    """Controls under 24 px. Source: WCAG 2.2, 2.5.8."""
    found: list[str] = page.evaluate(_FIND_SMALL_TARGETS)
    return found
