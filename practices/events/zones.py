"""The time zones in which an event may be told, by the city that people know."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

HOME = "Europe/Paris"
ZONES = {
    HOME: _("Paris (France métropolitaine)"),
    "America/Guadeloupe": _("Guadeloupe"),
    "America/Martinique": _("Martinique"),
    "America/Cayenne": _("Guyane"),
    "America/Miquelon": _("Saint-Pierre-et-Miquelon"),
    "Indian/Reunion": _("La Réunion"),
    "Indian/Mayotte": _("Mayotte"),
    "Pacific/Noumea": _("Nouvelle-Calédonie"),
    "Pacific/Tahiti": _("Polynésie française"),
    "Europe/London": _("Londres"),
    "Europe/Kyiv": _("Kyiv"),
    "Africa/Casablanca": _("Casablanca"),
    "Africa/Algiers": _("Alger"),
    "Africa/Tunis": _("Tunis"),
    "Africa/Cairo": _("Le Caire"),
    "Africa/Dakar": _("Dakar"),
    "Africa/Abidjan": _("Abidjan"),
    "Africa/Cotonou": _("Cotonou"),
    "Africa/Douala": _("Douala"),
    "Africa/Nairobi": _("Nairobi"),
    "Indian/Antananarivo": _("Antananarivo"),
    "Africa/Johannesburg": _("Johannesburg"),
    "Asia/Beirut": _("Beyrouth"),
    "Asia/Yerevan": _("Erevan"),
    "Asia/Kolkata": _("New Delhi"),
    "Asia/Ho_Chi_Minh": _("Hanoï"),
    "Asia/Shanghai": _("Pékin"),
    "Asia/Tokyo": _("Tokyo"),
    "America/Toronto": _("Montréal"),
    "America/New_York": _("New York"),
    "America/Port-au-Prince": _("Port-au-Prince"),
    "America/Mexico_City": _("Mexico"),
    "America/Bogota": _("Bogota"),
    "America/Sao_Paulo": _("São Paulo"),
    "America/Argentina/Buenos_Aires": _("Buenos Aires"),
    "America/Santiago": _("Santiago"),
}


def aware(naive: datetime, zone: str) -> datetime | None:
    """The moment that the clocks of `zone` call so; None when they skip it (change to summer time).
    An hour that comes twice is the first of the two."""
    told = naive.replace(tzinfo=ZoneInfo(zone))
    back = told.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return told if back.replace(tzinfo=None) == naive else None
