"""What journeys wait for: a condition, never a delay."""

from collections.abc import Callable

from playwright.sync_api import Page

STEP, STEPS = 25, 800


def until(page: Page, true: Callable[[], object]) -> None:
    """Let the browser speak until `true()` is; fails after twenty seconds."""
    for _ in range(STEPS):
        if true():
            return
        page.wait_for_timeout(STEP)
    raise AssertionError("what was waited for never came")


def save_now(page: Page) -> None:
    """The network that comes back saves at once: the pause after the last key is not waited for."""
    page.evaluate("window.dispatchEvent(new Event('online'))")
