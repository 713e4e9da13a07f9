from django import forms

from aict.territories.models import Country, Territory


class TerritoryField(forms.ModelChoiceField):
    def __init__(self, scope="", **kw):
        super().__init__(Territory.objects.all(), to_field_name="key", widget=forms.TextInput, **kw)


class TerritoriesField(forms.ModelMultipleChoiceField):
    def __init__(self, scope="", **kw):
        super().__init__(Territory.objects.all(), to_field_name="key", **kw)


class CountriesField(forms.ModelMultipleChoiceField):
    def __init__(self, **kw):
        super().__init__(Country.objects.all(), **kw)
