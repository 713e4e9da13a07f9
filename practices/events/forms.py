"""What is told of an event, one subject a page."""

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from aict.listing.values import FIRST_YEAR, LAST_YEAR
from aict.moderation.rows import rows
from aict.taxonomies.enums import Category
from aict.taxonomies.fields import terms
from aict.taxonomies.models import Theme
from aict.territories.forms import TerritoryField
from aict.ui.fields import CHOOSE, area, day_input, web_address
from practices.events import zones
from practices.events.enums import EventState, EventType, Precision
from practices.events.models import Event, EventSession
from practices.models import Practice

MOST_PRACTICES, MOST_PLACES = 12, 10_000
# Those that the list can name.
IN_OUR_TIMES = [
    MinValueValidator(date(FIRST_YEAR, 1, 1), f"Pas avant {FIRST_YEAR}."),
    MaxValueValidator(date(LAST_YEAR - 1, 12, 31), f"Pas après {LAST_YEAR - 1}."),
]
SECTIONS = {
    "Ce que c’est": ["type", "title", "teaser", "audience"],
    "Quand": ["day", "begins", "last_day", "ends", "zone", "year_only"],
    "Où": ["place", "territory", "link", "link_public"],
    "Classement": ["categories", "themes"],
}


def hour_field(label: str, **kwargs) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, required=False, widget=widget, **kwargs)


class EssentialsForm(forms.ModelForm):
    day = forms.DateField(
        label="Jour",
        widget=day_input(),
        validators=IN_OUR_TIMES,
        error_messages={"required": "Indiquez le jour."},
    )
    begins = hour_field("Heure de début", help_text="Vide si l’horaire n’est pas connu.")
    last_day = forms.DateField(
        label="Dernier jour",
        required=False,
        widget=day_input(),
        validators=IN_OUR_TIMES,
        help_text="S’il dure plusieurs jours, ou passe minuit.",
    )
    ends = hour_field("Heure de fin")
    zone = forms.ChoiceField(
        choices=[*zones.ZONES.items()],
        required=False,
        label="Heure de",
        help_text="Les heures ci-dessus sont celles de cette ville.",
    )
    year_only = forms.BooleanField(
        label="Seule l’année est connue",
        required=False,
        help_text="Pour un événement passé dont le jour n’est écrit nulle part.",
    )
    territory = TerritoryField(
        label="Collectivité qui accueille",
        scope="tout",
        required=False,
        help_text="Tapez les premières lettres.",
    )
    link = web_address(
        "Lien de connexion",
        help_text="Donné aux seules personnes inscrites, sauf si vous cochez la case suivante.",
    )
    categories = forms.MultipleChoiceField(
        choices=Category.choices,
        label="Catégories d’action",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    themes = terms(Theme, "Thèmes")

    class Meta:
        model = Event
        fields = [
            *("type", "title", "teaser", "audience", "zone", "place", "territory", "link"),
            *("link_public", "categories", "themes"),
        ]
        labels = {"link_public": "Montrer ce lien à tout le monde"}
        help_texts = {
            "teaser": "Cette phrase s’affiche dans les listes.",
            "audience": "Par exemple : services chargés de l’action internationale, élues et élus.",
            "place": "Salle et adresse. Vide si tout se passe en ligne.",
        }
        widgets = {"teaser": area(2)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teaser"].required = True
        self.fields["type"].choices = [("", CHOOSE), *EventType.choices]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in SECTIONS.items()]

    def clean_zone(self) -> str:
        return self.cleaned_data["zone"] or zones.HOME

    def clean(self):
        """Adds `starts_at`, `ends_at` and `precision`, or says which day or hour does not fit."""
        cleaned = super().clean()
        if not {"day", "begins", "last_day", "ends", "zone"} & self.errors.keys():
            cleaned |= self.moments(cleaned)
        return cleaned

    def moments(self, told: dict) -> dict:
        first, last = told["day"], told["last_day"] or told["day"]
        if told["year_only"]:
            first, last = date(first.year, 1, 1), date(first.year, 12, 31)
            return self.whole(first, last, told["zone"], Precision.YEAR)
        if last < first:
            self.add_error("last_day", "Le dernier jour vient après le premier.")
            return {}
        if told["begins"] is None and told["ends"] is None:
            return self.whole(first, last, told["zone"], Precision.DAY)
        for name in ("begins", "ends"):
            if told[name] is None:
                self.add_error(name, "Donnez les deux heures, ou aucune.")
                return {}
        starts = self.moment("begins", first, told["begins"], told["zone"])
        ends = self.moment("ends", last, told["ends"], told["zone"])
        if starts and ends and ends <= starts:
            self.add_error("ends", "La fin vient après le début : passé minuit, donnez le dernier jour.")  # fmt: skip
            return {}
        return {"starts_at": starts, "ends_at": ends, "precision": Precision.HOUR}

    def whole(self, first: date, last: date, zone: str, precision: Precision) -> dict:
        """From midnight to midnight; where clocks skip midnight, the day begins an hour later."""
        moments = [first, last + timedelta(days=1)]
        begins, ends = (
            zones.aware(datetime.combine(day, time(0)), zone)
            or zones.aware(datetime.combine(day, time(1)), zone)
            for day in moments
        )
        return {"starts_at": begins, "ends_at": ends, "precision": precision}

    def moment(self, name: str, day: date, hour: time, zone: str) -> datetime | None:
        found = zones.aware(datetime.combine(day, hour), zone)
        if found is None:
            self.add_error(name, "Ce jour-là, les horloges sautent cette heure : choisissez-en une autre.")  # fmt: skip
        return found


class ProgrammeForm(forms.ModelForm):
    class Meta:
        model = Event
        fields = ["summary"]
        widgets = {"summary": area(6)}
        help_texts = {"summary": "De quoi l’on parlera, avec qui, et ce que l’on en retirera."}


class SessionForm(forms.ModelForm):
    hour = hour_field("Heure")

    class Meta:
        model = EventSession
        fields = ["hour", "title", "speaker"]
        help_texts = {"speaker": "Sans nom, par exemple : direction du développement économique."}


SessionRows = rows(SessionForm, "Programme", "Séquence", 30)


class PlacesForm(forms.ModelForm):
    capacity = forms.IntegerField(
        label="Nombre de places",
        required=False,
        min_value=1,
        validators=[MaxValueValidator(MOST_PLACES)],
        help_text="Vide s’il n’y a pas de limite. Au-delà, une liste d’attente s’ouvre d’elle-même.",
    )

    class Meta:
        model = Event
        fields = ["registrable", "capacity", "register_until"]
        labels = {"registrable": "On s’inscrit sur la plateforme"}
        help_texts = {"register_until": "Ce jour inclus. Vide : jusqu’au début."}
        widgets = {"register_until": day_input()}


class PracticesField(forms.CharField):
    """Practices on line, told by their addresses, one a line."""

    widget: Any = forms.Textarea

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        slugs = list(dict.fromkeys(slug_of(line) for line in lines))
        if len(slugs) > MOST_PRACTICES:
            raise forms.ValidationError(f"{MOST_PRACTICES} pratiques au plus.")
        rows = Practice.objects.published().in_bulk(slugs, field_name="slug") if slugs else {}
        for slug in slugs:
            if slug not in rows:
                raise forms.ValidationError(f"« {slug[:80]} » n’est pas une pratique en ligne.")
        return [rows[slug] for slug in slugs]


def slug_of(line: str) -> str:
    """The last word of an address, or the line itself."""
    try:
        path = urlsplit(line).path
    except ValueError:  # an address that is none
        return line
    return unquote(path).rstrip("/").rsplit("/", 1)[-1] or line


class AfterForm(forms.ModelForm):
    replay = web_address(
        "Enregistrement", help_text="Où le revoir. Le lien est contrôlé chaque semaine."
    )
    practices = PracticesField(
        label="Pratiques liées",
        required=False,
        widget=area(3),
        help_text="Collez l’adresse de chaque pratique, une par ligne.",
    )

    class Meta:
        model = Event
        fields = ["minutes", "replay", "practices"]
        widgets = {"minutes": area(14)}
        help_texts = {
            "minutes": "Pour mettre en forme : ## devant un titre, - devant une puce, **gras**. Les personnes inscrites sont "
            "prévenues à la publication. Un fichier se joint en « Pièces et images »."
        }


class HoldingForm(forms.ModelForm):
    state = forms.ChoiceField(
        choices=EventState.choices,
        label="A-t-il lieu ?",
        required=False,
        help_text="Les personnes inscrites sont averties dès la publication.",
    )

    class Meta:
        model = Event
        fields = ["state", "state_note"]
        labels = {"state_note": "Ce que vous en dites"}
        help_texts = {
            "state_note": "Pourquoi, et la suite : affiché sur la page et écrit aux inscrits.",
        }

    def clean_state(self) -> str:
        return self.cleaned_data["state"] or EventState.PLANNED.value

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") != EventState.PLANNED and not cleaned.get("state_note"):
            self.add_error("state_note", "Dites en une phrase pourquoi, et ce qui est prévu ensuite.")  # fmt: skip
        return cleaned
