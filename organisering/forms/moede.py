"""A meeting: when, where, of what kind and together with whom."""

from datetime import date, datetime, time
from typing import Any, cast

from crispy_forms.layout import HTML, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from organisering.models import Bruger, Moede, Organ, Organisation
from sundhedsaftale.faelles.dansk import DatoFelt, KlokkeslaetFelt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm
from sundhedsaftale.faelles.konflikt import UROERT, Konfliktraekke

AAR_FRA, AAR_TIL = 1990, 2100
_INGEN_ANDRE = "Du planlægger ikke møder for andre organer. Bed sekretariatet oprette fællesmødet."
_HISTORIK = "Står i mødets historik."
_FOLD = (
    "{% if form.faelles_med.errors or form.med.errors or form.faelles_med.value or form.med.value %} open{% endif %}"
)


class MoededagFelt(DatoFelt):
    """A day on which a meeting can be; a year typed wrong is stopped."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not AAR_FRA <= value.year <= AAR_TIL:
            raise ValidationError(f"Skriv et årstal fra {AAR_FRA} til {AAR_TIL}.")


class Moedetid(forms.Form):
    """Day and times, checked together."""

    dato = MoededagFelt(label="Dato")
    fra = KlokkeslaetFelt(label="Fra", error_messages={"required": "Skriv, hvornår mødet begynder."})
    til = KlokkeslaetFelt(label="Til", required=False)

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        fra, til = self.cleaned_data.get("fra"), self.cleaned_data.get("til")
        if fra and til and til <= fra:
            self.add_error("til", "Mødet kan ikke slutte, før det begynder.")
        return data

    def saet_tider(self, moede: Moede) -> Moede:
        """Give a meeting the day and times that were written."""
        data = self.cleaned_data
        moede.starter = _tidspunkt(data["dato"], data["fra"])
        moede.slutter = _tidspunkt(data["dato"], data["til"]) if data["til"] else None
        return moede


class MoedeForm(Moedetid, PortalModelForm[Moede]):
    """Plan a meeting or move it; the instance carries its body. The rules stand in `domain/moede.py`."""

    begrundelse = forms.CharField(label="Begrundelse", max_length=500, required=False, help_text=_HISTORIK)

    class Meta:
        model = Moede
        fields = ["sted", "slags", "faelles_med", "med"]
        widgets = {
            "slags": forms.RadioSelect,
            "faelles_med": forms.CheckboxSelectMultiple,
            "med": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        moede = kwargs["instance"]
        kwargs["initial"] = {**_tider(moede), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        region = moede.organ.region
        felter["faelles_med"].queryset = _moedefaeller(moede, bruger)
        if not felter["faelles_med"].queryset:
            felter["faelles_med"].help_text = _INGEN_ANDRE
        felter["med"].queryset = Organisation.objects.filter(region=region).order_by("-slags", "navn")
        self.helper.layout = Layout(
            Fieldset("Tid og sted", Row("dato", "fra", "til"), "sted"),
            Fieldset("Slags møde", "slags"),
            HTML(f'<details class="fold"{_FOLD}><summary>Sammen med andre organer eller parter</summary>'),
            "faelles_med",
            "med",
            HTML("</details>"),
            "begrundelse",
            *[navn for navn in ("version",) if navn in felter],
        )

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if {"dato", "fra", "til"} <= self.cleaned_data.keys():
            self.saet_tider(self.instance)
        return data

    def ombas(self) -> list[Konfliktraekke]:
        """Let the times that I left alone take what is stored now; return those where we wanted different things."""
        data = cast(QueryDict, self.data).copy()
        gemt = Moede.objects.get(pk=self.instance.pk)
        dengang = Moede.historik.filter(id=gemt.pk, version=self.cleaned_data["version"]).first()
        nu, foer = _skrevet(_tider(gemt)), _skrevet(_tider(dengang)) if dengang else {}
        mine = _skrevet({navn: self.cleaned_data[navn] for navn in nu})
        uenige = []
        for navn, vaerdi in nu.items():
            roert = mine[navn] != foer.get(navn)
            if mine[navn] != vaerdi:
                mit = mine[navn] if roert else UROERT
                uenige.append(Konfliktraekke(str(self.fields[navn].label), mit, vaerdi, foer.get(navn, "")))
            if not roert:
                data[navn] = vaerdi
        self.data = data
        return uenige


class AflysForm(PortalForm):
    begrundelse = forms.CharField(
        label="Hvorfor aflyses mødet?",
        max_length=500,
        help_text=_HISTORIK,
        error_messages={"required": "Skriv, hvorfor mødet aflyses."},
    )


def _moedefaeller(moede: Moede, bruger: Bruger) -> QuerySet[Organ]:
    """The bodies whose meetings this user plans too; one that has ended or is another's stays where it was chosen."""
    lever = Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=timezone.localdate())
    andre = Organ.objects.filter(region=moede.organ.region_id).exclude(pk=moede.organ_id)
    egne = [organ.pk for organ in andre.filter(lever) if bruger.has_perm("organisering.planlaeg_moede", organ)]
    valgte = Moede.faelles_med.through.objects.filter(moede=moede.pk).values("organ")
    return andre.filter(Q(pk__in=egne) | Q(pk__in=valgte))


def _tider(moede: Any) -> dict[str, Any]:
    """Day and times of a meeting, or of its history row, as the form shows them."""
    if moede.starter is None:
        return {}
    fra = timezone.localtime(moede.starter)
    til = timezone.localtime(moede.slutter).time() if moede.slutter else None
    return {"dato": fra.date(), "fra": fra.time(), "til": til}


def _skrevet(tider: dict[str, Any]) -> dict[str, str]:
    return {
        navn: "" if vaerdi is None else f"{vaerdi:%d-%m-%Y}" if navn == "dato" else f"{vaerdi:%H.%M}"
        for navn, vaerdi in tider.items()
    }


def _tidspunkt(dag: date, kl: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, kl))
