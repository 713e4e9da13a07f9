"""Components as tags. Those that are only markup are templates in templates/components/."""

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString

from aict.ui import badges, charts, diffs, errors, facets, icons

register = template.Library()

register.simple_tag(icons.icon, name="icon")
register.simple_tag(icons.shape, name="shape")
register.simple_tag(badges.badge, name="badge")
register.simple_tag(badges.category, name="category_badge")
register.simple_tag(badges.state, name="state_badge")
register.simple_tag(badges.evidence, name="evidence_badge")
register.simple_tag(badges.fictional, name="fictional_badge")
register.simple_tag(charts.bar_chart, name="bar_chart")
register.simple_tag(facets.facet_group, name="facet_group")

# For each tone, its icon and its role when it appears.
TONES = {
    "info": ("info", "status"),
    "success": ("circle-check", "status"),
    "warning": ("triangle-alert", "status"),
    "error": ("circle-alert", "alert"),
}


@register.simple_block_tag
def notice(content: SafeString, tone: str = "info", title: str = "", live: bool = False):
    """{% notice "warning" title="…" %}…{% endnotice %}: a message in the page. `live` announces
    it when it appears; leave it out for what was there from the start."""
    icon_name, role = TONES[tone]
    return get_template("components/notice.html").render(
        {
            "content": content,
            "tone": tone,
            "title": title,
            "icon_name": icon_name,
            "role": role if live else "",
        }
    )


@register.simple_tag
def message_tone(level_tag: str) -> str:
    """Django's message levels in our four tones."""
    return level_tag if level_tag in TONES else "info"


@register.simple_tag
def tone_icon(tone: str) -> SafeString:
    return icons.icon(TONES.get(tone, TONES["info"])[0])


@register.simple_tag
def tone_role(tone: str) -> str:
    return TONES.get(tone, TONES["info"])[1]


@register.simple_tag
def text_diff(old, new) -> SafeString:
    """Words added and removed between two texts, as ins and del."""
    return diffs.as_html(diffs.pieces(str(old or ""), str(new or "")))


@register.filter
def page_numbers(page) -> list[int]:
    """The pages worth a link around this one; 0 stands for those left out."""
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else 0 for number in elided]


@register.simple_tag(takes_context=True)
def error_links(context, form) -> list[tuple[str, str, str]]:
    """(id of the field or "", its label, message) for each error of `form` and `formsets`."""
    return errors.links(form, context.get("formsets") or ())


@register.filter
def max_length(field) -> int | None:
    """The longest text the field takes, when it is a text worth counting."""
    widget = field.field.widget
    if "autocomplete" in widget.attrs:  # names, codes: nobody writes them up to a limit
        return None
    limit = getattr(field.field, "max_length", None)
    return (
        limit if limit and limit >= 60 and getattr(widget, "input_type", "text") == "text" else None
    )
